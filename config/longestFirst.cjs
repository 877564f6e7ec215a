const Sequencer = require('@jest/test-sequencer').default

/** The files of these projects take longest: they come first, so that none of them is left over for the end. */
const LONGEST = ['browser', 'weapp', 'cloud']

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ context }) => LONGEST.toReversed().indexOf(context.config.displayName.name)
    return super.sort(tests).sort((a, b) => rank(b) - rank(a))
  }
}
