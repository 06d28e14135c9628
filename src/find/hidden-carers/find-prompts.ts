import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { listAnswered } from './answers.sql.ts'
import { hiddenCarers, type Prompt } from './prompts.rules.ts'
import { listSurroundings } from './surroundings.sql.ts'

/** What there is to look into around these people, without what was answered. */
export async function findPrompts(
  tx: Tx,
  caredFor: readonly string[],
  today: IsoDate,
): Promise<readonly Prompt[]> {
  const surroundings = await listSurroundings(tx, caredFor)
  const answered = await listAnswered(tx, caredFor)
  return surroundings.flatMap((each) => hiddenCarers(each, today, answered))
}

/** The page on which a prompt is answered. */
export function answerPath({ prompt, personId, otherId }: Prompt): string {
  return `/carers/${personId}/hidden-carers/${prompt}${otherId === null ? '' : `?about=${otherId}`}`
}
