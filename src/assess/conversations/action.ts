import { dayInWords, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'

/** Who does something that was agreed: the carer, a colleague, or somebody else by name. */
export type ActionOwner = 'carer' | 'worker' | 'other'

export const actionStates = ['open', 'done', 'not_done'] as const
export type ActionState = (typeof actionStates)[number]

export const actionStateWords: Readonly<Record<ActionState, string>> = {
  open: 'To do',
  done: 'Done',
  not_done: 'Not done',
}

/** One thing that was agreed in a conversation: who does what by when. */
export type Action = {
  readonly id: string
  readonly conversationId: string
  readonly personId: string
  readonly what: string
  readonly owner: ActionOwner
  /** The colleague who does it. */
  readonly accountId: string | null
  /** The name of the colleague or of whoever else does it. */
  readonly ownerName: string | null
  readonly byOn: IsoDate | null
  readonly state: ActionState
  readonly endedOn: IsoDate | null
  readonly endedWords: string | null
  /** Kept from the carer's own page. */
  readonly withheld: boolean
  readonly version: number
}

/** `by Friday 6 April 2018`, or that no day was set. */
export function byWords({ byOn }: Pick<Action, 'byOn'>): string {
  return byOn === null ? 'no day was set' : `by ${dayInWords(byOn)}`
}

/** What became of it: `Done on 6 April 2018`; empty while it is to do. */
export function endedWordsOf({ state, endedOn, endedWords }: Action): string {
  if (state === 'open') return ''
  const on = endedOn === null ? '' : ` (${inWords(isoDate(endedOn))})`
  return `${actionStateWords[state]}${on}${endedWords === null ? '' : `: ${endedWords}`}`
}

/** Whether its day has passed and it is still to do. */
export function isLate({ state, byOn }: Pick<Action, 'state' | 'byOn'>, today: IsoDate): boolean {
  return state === 'open' && byOn !== null && byOn < today
}
