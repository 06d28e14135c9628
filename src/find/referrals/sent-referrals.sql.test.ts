import { test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { asActor } from '#platform/access/as-actor.ts'
import { testHouse } from '#platform/web/testing.ts'
import { referrals } from './room.ts'
import { aReferral } from './testing.ts'

const house = await testHouse([referrals], { today: '2018-03-29' })
await house.signIn({ duties: ['adviser'] })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})
const another = await house.signIn({
  duties: ['referrer'],
  organisation: 'Hagley Surgery',
  kind: 'gp_practice',
})

/** Any statement at all, as somebody with no more than the application's role. */
const ask = (actor: typeof surgery.actor, statement: string) =>
  asActor(house.db, actor, async (tx) => (await sql.raw(statement).execute(tx)).rows)

async function closed(shareOutcome: boolean): Promise<string> {
  const id = await aReferral(house, surgery.actor, { shareOutcome })
  await house.asSystem((tx) =>
    tx
      .updateTable('referral')
      .set({
        state: 'closed',
        outcome: 'declined_by_carer',
        outcomeWords: 'Not now',
        outcomeOn: '2018-03-29',
        firstContactOn: '2018-03-28',
      })
      .where('id', '=', id)
      .execute(),
  )
  return id
}

test('the database keeps an outcome from its sender until the carer agrees, whatever is asked', async () => {
  const id = await closed(false)
  const columns = 'outcome, outcome_words, outcome_on, first_contact_on'
  assert.deepEqual(
    await ask(surgery.actor, `select ${columns} from referral where id = '${id}'`),
    [],
  )
  assert.deepEqual(
    await ask(surgery.actor, `select ${columns} from sent_referral where id = '${id}'`),
    [{ outcome: null, outcomeWords: null, outcomeOn: null, firstContactOn: null }],
  )
  const found = await ask(surgery.actor, `select id from sent_referral where outcome is not null`)
  assert.deepEqual(found, [])
  await house.asSystem((tx) =>
    tx.updateTable('referral').set({ shareOutcome: true }).where('id', '=', id).execute(),
  )
  const [shared] = await ask(surgery.actor, `select outcome from sent_referral where id = '${id}'`)
  assert.deepEqual(shared, { outcome: 'declined_by_carer' })
})

test('a sender reads nothing of another sender, and changes nothing but the answer to a question', async () => {
  const id = await closed(true)
  assert.deepEqual(await ask(another.actor, 'select id from sent_referral'), [])
  await ask(surgery.actor, `update referral set outcome_words = 'changed' where id = '${id}'`)
  const answer = `select answer_referral('${id}', 1, 'Yes', '2018-03-29') as answered`
  assert.deepEqual(await ask(surgery.actor, answer), [{ answered: false }], 'nobody asked')
  await house.asSystem((tx) =>
    tx.updateTable('referral').set({ state: 'asked' }).where('id', '=', id).execute(),
  )
  assert.deepEqual(await ask(another.actor, answer), [{ answered: false }], 'asked somebody else')
  assert.deepEqual(await ask(surgery.actor, answer), [{ answered: true }])
  const row = await house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(row.outcomeWords, 'Not now')
  assert.equal(row.answer, 'Yes')
})

test('how many each organisation holds is a number, and nothing of whom they are about', async () => {
  await aReferral(house, surgery.actor)
  const held = await ask(another.actor, 'select * from referrals_held()')
  assert.deepEqual(
    Object.keys(held[0] as object).toSorted((a, b) => (a < b ? -1 : 1)),
    ['held', 'organisationId'],
  )
})
