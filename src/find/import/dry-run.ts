import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { KnownAuthority } from '#platform/reference/england.ts'
import type { CommandHouse } from '#platform/room.ts'
import { earlierCarers } from './earlier-carers.ts'
import { lookAtExtract, type LookedAt, type Looking } from './look-at-extract.ts'
import { carersMentioned } from './mentioned.ts'

/**
 * Looks at an extract without writing anything or needing a database. Only where its files speak of
 * carers who are not among them is a register asked that is there already.
 */
export async function dryRun(
  house: CommandHouse,
  { id: authorityId, code: authorityCode }: KnownAuthority,
  looking: Looking,
): Promise<LookedAt> {
  const looked = lookAtExtract(looking)
  const { adult_carers: adults, young_carers: young } = looked.read
  const own = new Set([...adults, ...young].flatMap(({ taken }) => taken.map(({ row }) => row.id)))
  const strangers = carersMentioned(looked.open.files).filter((id) => !own.has(id))
  const db = strangers.length === 0 ? null : await house.openIfThere()
  if (db === null) return looked
  const actor = systemActor({ authorityId, authorityCode, reason: 'import extract, dry run' })
  const known = await asActor(db, actor, (tx) => earlierCarers(tx, authorityId, strangers))
  return lookAtExtract(
    looking,
    (carerId, register) => known.find({ register, carerId }) !== undefined,
  )
}
