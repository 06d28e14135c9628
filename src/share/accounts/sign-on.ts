import type { Tx } from '#platform/db/database.ts'
import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Account } from './account.ts'
import { findAccountByEmail } from './accounts.sql.ts'
import { insertAccount, insertMembership } from './manage.sql.ts'
import { provesSecondFactor, rulesFor, type SignOnRule } from './sign-on.rules.ts'
import {
  listGivenByRules,
  listSignOnRules,
  needsProvedStep,
  updateGivenUntil,
} from './sign-on-rules.sql.ts'
import type { Vouched } from './sign-in/single-sign-on.ts'

/**
 * The account of whom a provider vouched for, with what the authority's rules give them today and
 * without what they gave before and no longer do; made where a rule knows them and nobody did.
 * STRANGER: no rule and no account, or one that is closed or comes in another way. NO_SECOND_STEP:
 * an organisation of theirs wants proof of one, and the provider gave none.
 */
export async function accountOfVouched(
  tx: Tx,
  vouched: Vouched,
  today: IsoDate,
): Promise<Result<Account, 'STRANGER' | 'NO_SECOND_STEP'>> {
  const { authorityId, email } = vouched
  const kept = await listSignOnRules(tx, authorityId)
  const inForce = kept.filter(({ state }) => state === 'in_force')
  const rules = rulesFor(inForce, vouched)
  const found = await findAccountByEmail(tx, authorityId, email)
  if (found === null && rules.length === 0) return refused('STRANGER')
  if (found !== null && (!found.active || found.signIn !== 'sso')) return refused('STRANGER')
  const account = found ?? (await newAccount(tx, vouched))
  await giveByRules(tx, { account, rules, today })
  const wanted = await needsProvedStep(tx, { authorityId, accountId: account.id, today })
  return wanted && !provesSecondFactor(vouched.claims) ? refused('NO_SECOND_STEP') : ok(account)
}

async function newAccount(tx: Tx, { authorityId, email, claims }: Vouched): Promise<Account> {
  const name = claims['name']
  const account: Account = {
    authorityId,
    id: newId(),
    email,
    displayName: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : email,
    personId: null,
    active: true,
    signIn: 'sso',
  }
  await insertAccount(tx, account)
  return account
}

async function giveByRules(
  tx: Tx,
  of: {
    readonly account: Account
    readonly rules: readonly SignOnRule[]
    readonly today: IsoDate
  },
): Promise<void> {
  const { authorityId, id: accountId } = of.account
  const given = await listGivenByRules(tx, { authorityId, accountId, today: of.today })
  const holding = new Set(of.rules.map(({ id }) => id))
  const over = given.filter(({ ruleId }) => !holding.has(ruleId))
  await updateGivenUntil(tx, {
    authorityId,
    ids: over.map(({ id }) => id),
    until: addDays(of.today, -1),
  })
  const has = new Set(given.map(({ ruleId }) => ruleId))
  for (const { id: ruleId, organisationId, duties } of of.rules.filter(({ id }) => !has.has(id)))
    await insertMembership(tx, {
      authorityId,
      accountId,
      organisationId,
      duties,
      since: of.today,
      ruleId,
    })
}
