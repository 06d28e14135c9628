/** What came of looking into it. */
export const answerWords = {
  no_carer: 'Nobody cares for them: paid care, or they manage',
  not_a_carer: 'I asked: they are not a carer',
  does_not_want: 'They do not want support or a record',
  under_way: 'They are being registered or referred',
  wrong: 'What we know of them is wrong',
} as const

export type Answer = keyof typeof answerWords

export const answers = Object.keys(answerWords) as [Answer, ...Answer[]]
