import fs from 'node:fs'
import path from 'node:path'

const ROOMS = ['domain', 'cloud', 'src']
const root = path.resolve(__dirname, '../..')

/** What a module lets others name, word by word: `useAppState` is use, app, state. */
const exported = ROOMS.flatMap((room) =>
  fs
    .readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${room}/${file}`),
).flatMap((file) => {
  const source = fs.readFileSync(path.join(root, file), 'utf8')
  return [...source.matchAll(/^export (?:async )?(?:const|let|function|class|interface|type) (\w+)/gm)].map(
    ([, name = '']) => ({ file, name, words: name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [] }),
  )
})

const withWord = (word: string) =>
  exported.filter(({ words }) => words.some((each) => each.toLowerCase().replace(/s$/, '') === word))

/** Words of ours for which the field has its own. */
const GIVEN_UP = ['shelf', 'landing', 'gather', 'squeezed', 'hall', 'visit']

/** Words with one meaning: the rooms in which it is the one that the glossary gives. */
const ONE_MEANING: Record<string, RegExp> = {
  // 场次; a person's time on the phone is a user session.
  session: /^(domain|cloud|src)\/(listing|need\/place)\/|^cloud\/db\/schema|^src\/sync\/userSession/,
  // 点单; where something lies is its location, what a session has are seats.
  place: /^(domain|cloud|src)\/need\/|^src\/store\/drafts/,
  // A service that was ordered; lists are sorted.
  order: /^(cloud|src)\/(need|listing)\//,
}

test('names are of the words in the glossary', () => {
  expect(exported.length).toBeGreaterThan(1000)
  expect(GIVEN_UP.flatMap(withWord).map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})

test.each(Object.entries(ONE_MEANING))('%s has one meaning', (word, rooms) => {
  const all = withWord(word)
  expect(all.length).toBeGreaterThan(2)
  expect(all.filter(({ file }) => !rooms.test(file)).map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})
