import { addDays, addMonths, type IsoDate } from '#platform/lib/dates.ts'
import {
  choice,
  day,
  hiddenId,
  hiddenVersion,
  optionalText,
  text,
  tick,
} from '#platform/web/fields.ts'
import { dayTyped, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import { actionStates, type Action } from './action.ts'
import type { ActionSaved } from './actions.sql.ts'
import type { ConversationNumber } from './conversation.ts'

export type Colleague = { readonly id: string; readonly name: string }

/** A plan in a crisis is for the next days: what takes longer belongs in another conversation. */
export const crisisPlanDays = 14

type Of = {
  readonly number: ConversationNumber
  readonly today: IsoDate
  readonly colleagues: readonly Colleague[]
}

/** What was agreed: who does what by when. A day that stood there before may stay. */
function agreedFields({ number, today, colleagues }: Of, stood: IsoDate | null) {
  const latest =
    number === 2
      ? {
          date: addDays(today, crisisPlanDays),
          words: 'The day must be within the next two weeks: this is a plan for the next days',
        }
      : { date: addMonths(today, 24), words: 'The day must be within two years' }
  return {
    what: text('Enter what will be done', 500),
    who: choice(['carer', 'other', ...colleagues.map(({ id }) => id)], 'Select who does it'),
    who_name: optionalText(200),
    by: day('Enter the day by which it is done', 'The day', {
      notBefore: {
        date: stood !== null && stood < today ? stood : today,
        words: 'The day must be today or later',
      },
      notAfter: stood !== null && stood > latest.date ? { ...latest, date: stood } : latest,
    }),
    withheld: tick(),
  }
}

function nameFault(of: { readonly who: string; readonly who_name: string | null }) {
  return of.who === 'other' && of.who_name === null
    ? [{ field: 'who_name', message: 'Enter the name of who does it' }]
    : []
}

/** Adds one thing that was agreed. */
export function agreedForm(of: Of) {
  return form({ id: hiddenId(), ...agreedFields(of, null) }, nameFault)
}

/** Changes one, and says what became of it. */
export function changeAgreedForm(of: Of & { readonly action: Action }) {
  return form(
    {
      version: hiddenVersion(),
      ...agreedFields(of, of.action.byOn),
      state: choice(actionStates, 'Select how it stands'),
      ended_words: optionalText(1000),
    },
    ({ state, ended_words: words, ...rest }): readonly FieldFault[] => [
      ...nameFault(rest),
      ...(state === 'not_done' && words === null
        ? [{ field: 'ended_words', message: 'Enter why it was not done' }]
        : []),
    ],
  )
}

/** Who does it, as it is kept: a colleague with the name that the carer reads. */
export function savedOf(
  typed: {
    readonly what: string
    readonly who: string
    readonly who_name: string | null
    readonly by: IsoDate
    readonly withheld: boolean
  },
  colleagues: readonly Colleague[],
): ActionSaved {
  const { what, who, by: byOn, withheld } = typed
  const colleague = colleagues.find(({ id }) => id === who)
  const owner = who === 'carer' || who === 'other' ? who : 'worker'
  const ownerName = { carer: null, other: typed.who_name, worker: colleague?.name ?? null }[owner]
  return { what, owner, accountId: colleague?.id ?? null, ownerName, byOn, withheld }
}

/** An action as its form shows it. */
export function asTyped(action: Action): FormState['typed'] {
  const { owner, accountId, ownerName, endedWords, withheld } = action
  return {
    version: String(action.version),
    what: action.what,
    who: owner === 'worker' ? (accountId ?? '') : owner,
    who_name: owner === 'other' ? (ownerName ?? '') : '',
    ...dayTyped('by', action.byOn),
    ...(withheld ? { withheld: 'yes' } : {}),
    state: action.state,
    ended_words: endedWords ?? '',
  }
}
