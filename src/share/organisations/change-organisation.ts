import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { FieldFault } from '#platform/web/form.ts'
import type { Administrator } from './administrator.ts'
import type { Organisation } from './organisation.ts'
import { isNameTaken, type OrganisationFacts, updateOrganisation } from './organisations.sql.ts'
import { listPasswordAccountsOf, updateSignIn } from './people.sql.ts'

/**
 * Changes an organisation. Where its people may come in by single sign-on only from now on, those
 * with a password come in that way too; `shutOut` are theirs, whose sessions must end. Refused where
 * that would shut the administrator out who changes it, or on a version that is not the newest.
 */
export async function changeOrganisation(
  tx: Tx,
  of: {
    readonly by: Administrator
    readonly today: IsoDate
    /** Whether single sign-on is set up. */
    readonly sso: boolean
    readonly before: Organisation
    readonly facts: Omit<OrganisationFacts, 'kind'> & {
      readonly active: boolean
      readonly version: number
    }
  },
): Promise<Result<{ readonly shutOut: readonly string[] }, FieldFault | 'STALE'>> {
  const { before, facts, by } = of
  const at = { authorityId: by.authorityId, id: before.id }
  if (await isNameTaken(tx, { ...at, kind: before.kind, name: facts.name, not: before.id }))
    return refused({ field: 'name', message: 'An organisation of this kind has this name' })
  const onlySso = facts.signInRule === 'sso' && before.signInRule !== 'sso'
  if (onlySso && !of.sso)
    return refused({ field: 'signInRule', message: 'Single sign-on is not set up here' })
  const byPassword = onlySso
    ? await listPasswordAccountsOf(tx, {
        authorityId: by.authorityId,
        organisationId: before.id,
        today: of.today,
      })
    : []
  if (byPassword.some(({ id }) => id === by.accountId))
    return refused({
      field: 'signInRule',
      message:
        'You come in by password yourself: an administrator who comes by single sign-on changes this',
    })
  if (!(await updateOrganisation(tx, { ...facts, ...at }))) return refused('STALE')
  const shutOut = byPassword.map(({ id }) => id)
  await updateSignIn(tx, { authorityId: by.authorityId, ids: shutOut, signIn: 'sso' })
  return ok({ shutOut })
}
