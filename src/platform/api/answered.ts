/** An answer that is more than a 200 of JSON: with a status, headers and a type of its own. */
export type Answered = {
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

const made = new WeakSet<object>()

export function answered(of: Partial<Answered> & Pick<Answered, 'status' | 'body'>): Answered {
  const answer = { type: 'application/json', headers: {}, ...of }
  made.add(answer)
  return answer
}

export const isAnswered = (answer: unknown): answer is Answered =>
  typeof answer === 'object' && answer !== null && made.has(answer)
