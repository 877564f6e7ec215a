/**
 * A runner of its own: jest runs the tests of one runner after those of another, so what is given to this one has the
 * machine to itself.
 */
module.exports = require('jest-runner').default
