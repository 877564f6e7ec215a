import { activeAssignments, type Need } from 'domain/need/need'

/** 陈师傅; 陈师傅、林师傅; 陈师傅等 5 人 */
export function namesText(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]}等 ${names.length} 人` : names.join('、')
}

export const holderNames = (need: Need) => namesText(activeAssignments(need).map((each) => each.personName))
