const WORDS: [asked: RegExp, yes: string, no: string][] = [
  [/愿不愿意/, '愿意', '不愿意'],
  [/要不要|需要/, '要', '不要'],
  [/有没有|有.*吗$/, '有', '没有'],
  [/^能|能不能/, '能', '不能'],
  [/[了过]吗$|没进/, '是', '还没'],
]

/** Yes and no as people answer that question: 有没有焦味 is answered 有 or 没有. */
export function yesNo(question: string): { yes: string; no: string } {
  const [, yes, no] = WORDS.find(([asked]) => asked.test(question)) ?? [undefined, '是', '不是']
  return { yes, no }
}
