import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Pence } from '#platform/lib/money.ts'
import { type BudgetRow, stillToCome, yearDays } from './budget-year.rules.ts'
import { listCandidates } from './instalments.sql.ts'
import type { PaymentBasis } from './payment.ts'

type Of = { readonly organisationId: number | null; readonly year: number; readonly today: IsoDate }

const atOnce = 1000

/** All that went out or will go out of an organisation in a financial year, by day. */
export async function listBudgetRows(tx: Tx, of: Of): Promise<readonly BudgetRow[]> {
  const rows = [...(await listSentOut(tx, of))]
  let after: string | null = null
  for (;;) {
    const found = await listCandidates(tx, {
      organisationId: of.organisationId,
      after,
      limit: atOnce,
    })
    for (const payment of found) {
      const name = `${payment.givenName} ${payment.familyName}`
      rows.push(...stillToCome({ ...payment, name }, of.year, of.today))
    }
    after = found.at(-1)?.id ?? null
    if (found.length < atOnce) break
  }
  return rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Instalments by their day; what stands in a run is committed, what came back is not paid. What a register brought along has none: there the payment's own day counts. */
async function listSentOut(tx: Tx, of: Of): Promise<readonly BudgetRow[]> {
  const { from, to } = yearDays(of.year)
  const organisation = sql`(${of.organisationId}::integer is null or p.organisation_id = ${of.organisationId}::integer)`
  const { rows } = await sql<BudgetRow>`
    select p.id as "paymentId", coalesce(n.given_name || ' ' || n.family_name, '') as name, m."on", p.basis,
           p.amount_pence as "amountPence", m.figure
      from (
        select i.payment_id, coalesce(i.paid_on, r.pay_on) as "on",
               case when i.paid_on is null then 'committed' else 'paid' end as figure
          from payment_instalment i
          left join payment_run r on r.authority_id = i.authority_id and r.id = i.run_id
         where i.authority_id = actor_authority() and i.returned_on is null and coalesce(i.paid_on, r.pay_on) between ${from}::date and ${to}::date
        union all
        select p.id, p.paid_on, 'paid' from payment p
         where p.authority_id = actor_authority() and p.paid_on between ${from}::date and ${to}::date
           and not exists (select from payment_instalment i where i.authority_id = p.authority_id and i.payment_id = p.id)
      ) m
      join payment p on p.authority_id = actor_authority() and p.id = m.payment_id and ${organisation}
      left join person n on n.authority_id = p.authority_id and n.id = p.person_id`.execute(tx)
  return rows
}

export type BudgetLine = {
  readonly basis: PaymentBasis
  readonly amountPence: Pence
  readonly version: number
}

/** What an organisation, or all of them, set aside for a year. */
export async function listBudgetLines(
  tx: Tx,
  of: Omit<Of, 'today'>,
): Promise<readonly BudgetLine[]> {
  const { rows } = await sql<BudgetLine>`
    select basis, sum(amount_pence) as "amountPence", max(version) as version from budget_line
     where authority_id = actor_authority() and year = ${of.year}
       and (${of.organisationId}::integer is null or organisation_id = ${of.organisationId}::integer)
     group by basis`.execute(tx)
  return rows
}

/** Sets what an organisation has for a year and a kind of payment. */
export async function setBudgetLine(
  tx: Tx,
  actor: Actor,
  line: {
    readonly id: string
    readonly organisationId: number
    readonly year: number
    readonly basis: PaymentBasis
    readonly amountPence: Pence
  },
): Promise<void> {
  await sql`
    insert into budget_line (authority_id, id, organisation_id, year, basis, amount_pence, set_by_name)
    values (actor_authority(), ${line.id}, ${line.organisationId}, ${line.year}, ${line.basis}, ${line.amountPence},
            ${actor.displayName})
    on conflict (authority_id, organisation_id, year, basis) do update
      set amount_pence = excluded.amount_pence, set_by_name = excluded.set_by_name, version = budget_line.version + 1`.execute(
    tx,
  )
}
