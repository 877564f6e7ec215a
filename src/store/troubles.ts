let tell = (place: string, error: unknown): void => console.error(place, error)

/** Who tells the server's log; until then the console alone hears of it. */
export const troublesGoTo = (teller: typeof tell): void => {
  tell = teller
}

/** What could not be drawn or done by a mistake of ours. `place`: which part of the app, and nothing about people. */
export const tellTrouble = (place: string, error: unknown): void => tell(place, error)
