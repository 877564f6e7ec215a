/** Waits until what is read is what is wanted. */
export async function expectSoon<T>(read: () => Promise<T>, wanted: T) {
  const until = Date.now() + 25_000
  let last = await read()
  while (last !== wanted && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 100))
    last = await read()
  }
  expect(last).toBe(wanted)
}
