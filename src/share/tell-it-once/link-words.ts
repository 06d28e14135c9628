import { inWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { linkState } from './link.rules.ts'
import type { ToldLink } from './told.ts'

/** A moment as people read it: `3 April 2018 at 1pm`. */
export const atInWords = (at: string): string => `${inWords(londonDay(at))} at ${timeInWords(at)}`

/** Whether and until when a link opens, in words. */
export function stateInWords(link: ToldLink, now: string): string {
  switch (linkState(link, now)) {
    case 'ended':
      return `You ended it on ${atInWords(link.endedAt ?? now)}`
    case 'run_out':
      return `It ran out on ${atInWords(link.endsAt)}`
    case 'used_up':
      return 'It was opened as often as you allowed'
    case 'open': {
      const left = link.mostOpenings === null ? null : link.mostOpenings - link.openings
      const often = left === null ? '' : `, ${left === 1 ? 'once more' : `${left} more times`}`
      return `It opens until ${atInWords(link.endsAt)}${often}`
    }
  }
}
