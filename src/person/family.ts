import { lengthOf } from 'domain/kernel/grapheme'
import { holdsPersonalData } from 'domain/kernel/personalData'
import { cleaned } from 'domain/kernel/text'

const MOST = 20

/** Who asks, as they are called, where that says more than a masked name such as 李** does. */
export const calledBy = (displayName: string | undefined): string | undefined =>
  displayName && !displayName.includes('*') ? displayName : undefined

/** What a shared link says of whom it is for. Anybody can write a link: only a short form of address is taken. */
export function calledIn(param: string | undefined): string | undefined {
  const said = cleaned(decoded(param ?? ''))
  return said === '' || lengthOf(said) > MOST || holdsPersonalData(said) ? undefined : said
}

/** WeChat hands a page its parameters as they stand in the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** On the card that the family receives. */
export const familyTitle = (alias: string | undefined) => `${alias ?? '家里老人'}请您帮忙点一单`
