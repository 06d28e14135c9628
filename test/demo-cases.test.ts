import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { rooms } from '#app.ts'
import { clockAt } from '#platform/lib/dates.ts'
import type { Answers } from '#assess/assessments/answers.ts'
import { formOf } from '#assess/assessments/assessment-form.ts'
import { wholeDemoAnswers } from '#assess/assessments/demo-answers.ts'
import { missingMatters } from '#assess/assessments/missing-matters.rules.ts'
import { demoHouse } from './demo.ts'

// The county is loaded as on a day in spring 2018, when it has no live cases; they are placed here as
// on a day long after.
const house = await demoHouse()
const today = '2026-11-20'
const later = { ...house.house, clock: clockAt(today) }

const steps = rooms
  .flatMap(({ demo }) => (demo === undefined || demo.order < 41 ? [] : [demo]))
  .toSorted((a, b) => a.order - b.order)

async function placed(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await house.asSystem((tx) =>
    sql<Record<string, number>>`select
      (select count(*) from referral where received_on > '2026-01-01') as referrals,
      (select count(*) from referral where received_on > '2026-01-01' and state = 'accepted') as accepted,
      (select count(*) from conversation where held_on > '2026-01-01') as conversations,
      (select count(*) from conversation where check_in_on = ${today} and state = 'open') as check_ins,
      (select count(*) from assessment where asked_on > '2026-01-01') as assessments,
      (select count(*) from assessment_section where saved_at is not null) as sections,
      (select count(*) from determination where state = 'decided' and eligible and sent_at is not null) as sent,
      (select count(*) from plan where state = 'agreed' and sent_at > '2026-01-01') as plans,
      (select count(*) from review where due_on between ${today} and date ${sql.lit(today)} + 7 and done_on is null) as due,
      (select count(*) from review where due_on between '2026-11-01' and '2026-11-19' and done_on is null) as overdue,
      (select count(*) from message where created_at is not null) as messages`.execute(tx),
  )
  return rows[0] ?? {}
}

test('live cases are placed once, however often the steps are taken', async () => {
  for (const { load } of steps) await load(later)
  const first = await placed()
  assert.deepEqual(
    { ...first, messages: null, sections: null },
    {
      referrals: 9,
      accepted: 2,
      conversations: 2,
      checkIns: 1,
      assessments: 4,
      sections: null,
      sent: 2,
      plans: 2,
      due: 1,
      overdue: 1,
      messages: null,
    },
  )
  for (const { load } of steps) await load(later)
  assert.deepEqual(await placed(), first)
})

test('nothing that the law asks for is missing from what the carers of the demo said', () => {
  const said = Object.assign({}, ...Object.values(wholeDemoAnswers('2026-09-01'))) as Answers
  assert.deepEqual(missingMatters(formOf('adult-carer-1'), said), [])
})
