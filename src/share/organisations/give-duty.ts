import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Account } from '#share/accounts/account.ts'
import { insertMembership } from '#share/accounts/manage.sql.ts'
import type { Administrator } from './administrator.ts'
import { secondAdministratorFor } from './giving.rules.ts'
import { dutyFault } from './duty-form.ts'
import type { Organisation, StaffDuty } from './organisation.ts'
import { listHeld } from './people.sql.ts'
import { insertDutyRequest } from './requests.sql.ts'

/** Gives one duty, or asks a second administrator for it; refused in words where it cannot be held. */
export async function giveDuty(
  tx: Tx,
  of: {
    readonly by: Administrator
    readonly to: Account
    readonly at: Organisation
    readonly id: string
    readonly duty: StaffDuty
    readonly since: IsoDate
    readonly until: IsoDate | null
  },
): Promise<Result<'given' | 'asked', string>> {
  const { by, to, at, id, duty, since, until } = of
  const misplaced = dutyFault([duty], at)
  if (misplaced !== null) return refused(misplaced)
  const held = await listHeld(tx, { authorityId: by.authorityId, accountId: to.id })
  const same = held.find(
    (each) =>
      each.id !== id &&
      each.organisationId === at.id &&
      each.duties.includes(duty) &&
      (each.until === null || each.until >= since) &&
      (until === null || each.since <= until),
  )
  if (same !== undefined) return refused(`${to.displayName} holds this duty at ${at.name} already`)
  const row = { authorityId: by.authorityId, accountId: to.id, organisationId: at.id, since, until }
  const second = secondAdministratorFor({
    duties: [duty],
    toSelf: to.id === by.accountId,
    email: to.email,
    domains: at.domains,
  })
  if (second === null) {
    await insertMembership(tx, { ...row, id, duties: [duty] })
    return ok('given')
  }
  await insertDutyRequest(tx, { ...row, id, duty, askedBy: by.accountId })
  return ok('asked')
}
