import fs from 'node:fs'
import { type Category, categoriesOf, categoryOf, NEED_KINDS } from 'domain/category/category'
import forms from 'domain/category/guess/forms.json'
import { type Guess, guess, type Model } from 'domain/category/guess/guess'
import model from 'domain/category/guess/model.json'
import { examples, sentences } from 'domain/category/guess/training/examples'
import { seeded, train } from 'domain/category/guess/training/train'
import { exitCode, figure, say } from './figures'

// The guess of a category: how often it is right, what it weighs, and what a keystroke costs.

/** A weak phone beside this machine. */
const SLOWER = 4
/** As much as people may write. */
const KEYSTROKES = 500
const FOLDS = 5
const FOLDS_TRIED = 2

interface Guessed extends Guess {
  wanted: Category
}

const guessed = (text: string, wanted: Category, trained: Model): Guessed => ({
  wanted,
  ...guess(text, categoriesOf(wanted.kind), {}, trained),
})

function score(of: string, guesses: Guessed[], limits: { right: number; wrong: number; three: number }) {
  const share = (is: (each: Guessed) => boolean) => (100 * guesses.filter(is).length) / guesses.length
  const { right, wrong, three } = limits
  figure(
    `${of}: guessed right`,
    share(({ wanted, category }) => category === wanted),
    '%',
    { least: right },
  )
  figure(
    `${of}: guessed wrong`,
    share(({ wanted, category }) => !!category && category !== wanted),
    '%',
    {
      most: wrong,
    },
  )
  figure(
    `${of}: among three`,
    share(({ wanted, likely }) => likely.includes(wanted)),
    '%',
    { least: three },
  )
}

for (const name of ['heldOutPlain', 'heldOutLocal']) {
  const lines = fs.readFileSync(`test/domain/category/guess/${name}.txt`, 'utf8').trim().split('\n')
  const guesses = lines.map((line) => {
    const [code = '', text = ''] = line.split('\t')
    return guessed(text, categoryOf(code), model)
  })
  score(name, guesses, { right: 80, wrong: 8, three: 93 })
}

// Harder than use: a fifth of every list in the lexicon is left out, and whole sentences of it are asked.
const asked = sentences()
const guesses = Array.from({ length: FOLDS_TRIED }, (_, fold) => {
  say(`trains without a fifth of the lexicon, ${fold + 1} of ${FOLDS_TRIED}`)
  const trained = train(examples(seeded(1), (at) => at % FOLDS !== fold))
  return asked
    .filter(({ at }) => at % FOLDS === fold)
    .map(({ text, category }) => guessed(text, category, trained))
})
score('a fifth of the lexicon left out', guesses.flat(), { right: 74, wrong: 10, three: 93 })

figure('model and forms', Buffer.byteLength(JSON.stringify(model) + JSON.stringify(forms)), 'bytes', {
  most: 18_500,
})

const among = NEED_KINDS.filter((kind) => kind !== 'service').flatMap((kind) => categoriesOf(kind))
const long = asked
  .map(({ text }) => text)
  .join('，')
  .slice(0, KEYSTROKES)
// Of the processor: what else this machine does is not counted.
const before = process.cpuUsage()
for (let typed = 1; typed <= KEYSTROKES; typed++) guess(long.slice(0, typed), among)
const { user } = process.cpuUsage(before)
figure('a keystroke, on a CPU four times slower', (SLOWER * user) / 1000 / KEYSTROKES, 'ms', { most: 5 })
process.exitCode = exitCode()
