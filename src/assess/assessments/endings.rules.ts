/**
 * How an assessment can end that was not held, and why. Care Act 2014 s.11, in force from 1 April 2015:
 * a carer may refuse, and the duty comes back when they ask or things change; s.10(1): the duty is there
 * wherever it appears that a carer may need support, so not offering needs a reason too; s.12(5): one
 * combined with the cared-for person's needs the agreement of both.
 */

/** declined: not taken up now. refused: said no to it (s.11). withdrawn: not by the carer's own choice. */
export const endings = ['declined', 'refused', 'withdrawn', 'not_offered'] as const
export type Ending = (typeof endings)[number]

export const endingNames: Readonly<Record<Ending, string>> = {
  declined: 'Declined by the carer',
  refused: 'Refused by the carer',
  withdrawn: 'Withdrawn',
  not_offered: 'Not offered',
}

const own = ['not_now', 'enough_help', 'does_not_want', 'does_not_want_council'] as const
const apart = ['caring_ended', 'moved_away', 'died', 'not_reached', 'held_elsewhere'] as const
const together = ['cared_for_objects', 'interests_conflict', 'nothing_to_combine'] as const

/** Which reasons fit an ending: codes of `assessment-endings`. */
const reasons: Readonly<Record<Ending, readonly string[]>> = {
  declined: [...own, 'cared_for_objects', 'other'],
  refused: [...own.slice(1), 'cared_for_objects', 'other'],
  withdrawn: [...apart, 'asked_in_error', 'other'],
  not_offered: [
    'no_appearance',
    'nothing_changed',
    'other_authority',
    'held_elsewhere',
    'not_safe_yet',
    'other',
  ],
}

/** The reasons that fit: for a combined assessment also those of the two together. */
export function reasonsFor(ending: Ending, combined: boolean): readonly string[] {
  const fit = reasons[ending]
  return combined ? [...together, ...fit.filter((each) => each !== 'cared_for_objects')] : fit
}

export type EndingTyped = {
  readonly ending: Ending
  readonly combined: boolean
  readonly reason: string | null
  readonly words: string | null
}

/** What an ending still needs, by its field; nothing ends without a reason that fits and words. */
export function faultsOfEnding(
  typed: EndingTyped,
): readonly { readonly field: 'reason' | 'words'; readonly message: string }[] {
  const { ending, combined, reason, words } = typed
  const faults: { field: 'reason' | 'words'; message: string }[] = []
  const name = endingNames[ending].toLowerCase()
  if (reason === null) faults.push({ field: 'reason', message: 'Select why' })
  else if (!reasonsFor(ending, combined).includes(reason))
    faults.push({ field: 'reason', message: `Select a reason that goes with “${name}”` })
  if (words === null) faults.push({ field: 'words', message: wordsMissing[ending] })
  return faults
}

const wordsMissing: Readonly<Record<Ending, string>> = {
  declined: 'Enter what the carer said, and what was offered instead',
  refused: 'Enter what the carer said, and what was offered instead',
  withdrawn: 'Enter what happened',
  not_offered: 'Enter how you came to that',
}
