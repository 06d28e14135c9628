import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { testDatabase } from '#platform/db/testing.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { listOpenReviews } from '#support/diary/reviews.sql.ts'
import { supportHouse } from '../testing.ts'
import { listInstalments } from './instalments.sql.ts'
import {
  approvedFile,
  approveRun,
  gatherRun,
  gatherSome,
  giveUpRun,
  sendRun,
  sendSome,
} from './make-run.ts'
import { aDirectPayment, anAgreedGrant, aPaidCarer } from './money.fixture.ts'
import { getPayment, updateAsCancelled } from './payments.sql.ts'
import { newRunReference } from './run.ts'
import { getRun, insertRun, listRunLines, sumRun, updateSending } from './runs.sql.ts'

const database = await testDatabase()
const house = await supportHouse([], { database })
const { as, db } = house
const mo = house.manager.actor
const second = (await house.signIn({ duties: ['manager'], name: 'Ann Ray' })).actor
const at = '2018-04-03T12:00:00Z'

/** A process of its own that marks a run as paid and is killed before it can say so for good. */
const diesWhileSending = `
  const { asActor } = await import('#platform/access/as-actor.ts')
  const { openDatabase } = await import('#platform/db/database.ts')
  const { sendSome } = await import('#support/payments/make-run.ts')
  const { url, actor, id } = JSON.parse(process.env.SENDS)
  await asActor(openDatabase(url), actor, async (tx) => {
    if (await sendSome(tx, id)) process.kill(process.pid, 'SIGKILL')
  })`

async function begun(upTo = '2018-04-30', by = mo) {
  const id = newId()
  await as(by, (tx) =>
    insertRun(tx, by, {
      id,
      reference: newRunReference(),
      organisationId: by.organisationIds[0]!,
      upTo: isoDate(upTo),
      payOn: isoDate('2018-04-06'),
    }),
  )
  return id
}

async function gathered(upTo?: string) {
  const id = await begun(upTo)
  await gatherRun({ db, actor: mo }, id)
  return id
}

const totals = (id: string) => as(mo, (tx) => sumRun(tx, id))
const approve = async (id: string, by = second) =>
  as(by, async (tx) => approveRun(tx, { actor: by, id, seen: (await sumRun(tx, id)).seen, at }))
const send = (id: string) => sendRun({ db, actor: second }, { id, at })
const paid = async (paymentId: string) =>
  (await as(mo, (tx) => listInstalments(tx, paymentId))).filter(({ paidOn }) => paidOn !== null)
const linesOf = async (id: string, paymentId: string) =>
  (await as(mo, (tx) => listRunLines(tx, id, { offset: 0, limit: 10_000 }))).filter(
    (line) => line.paymentId === paymentId,
  )

describe('a payment run', () => {
  it('pays what is due once, marks it as paid, and brings the review of a direct payment', async () => {
    const grant = await anAgreedGrant(house, { amountPence: 123_45 })
    const direct = await aDirectPayment(house, { amountPence: 300_00 })
    const id = await gathered()
    assert.equal((await linesOf(id, grant)).length, 1)
    assert.deepEqual(await approve(id), { ok: true, value: null })
    await send(id)
    const run = await as(mo, (tx) => getRun(tx, id))
    assert.deepEqual([run.state, run.sumPence], ['sent', (await totals(id)).sumPence])
    assert.deepEqual(
      (await paid(grant)).map(({ amountPence, paidOn }) => [amountPence, paidOn]),
      [[123_45, '2018-04-06']],
    )
    assert.equal((await as(mo, (tx) => getPayment(tx, direct.id))).state, 'paid')
    const reviews = await as(mo, (tx) => listOpenReviews(tx, direct.planId))
    assert.deepEqual(
      reviews.map(({ kind, dueOn }) => [kind, dueOn]),
      [['direct_payment', '2018-10-06']],
    )
  })

  it('sent twice pays once, and the next run gathers nothing of it', async () => {
    const grant = await anAgreedGrant(house)
    const id = await gathered()
    await approve(id)
    await send(id)
    await send(id)
    assert.equal((await paid(grant)).length, 1)
    assert.deepEqual(await linesOf(await gathered('2019-04-30'), grant), [])
  })

  it('begun twice by the same form is one run', async () => {
    const id = await begun()
    await as(mo, (tx) =>
      insertRun(tx, mo, {
        id,
        reference: newRunReference(),
        organisationId: mo.organisationIds[0]!,
        upTo: isoDate('2020-01-01'),
        payOn: isoDate('2020-01-01'),
      }),
    )
    assert.equal((await as(mo, (tx) => getRun(tx, id))).upTo, '2018-04-30')
  })

  it('gathers every instalment of a payment that goes on, and later only those that are new', async () => {
    const weekly = await anAgreedGrant(house, {
      frequency: 'weekly',
      amountPence: 20_00,
      startsOn: '2018-04-02',
      endsOn: '2018-05-20',
    })
    const first = await gathered('2018-04-20')
    assert.deepEqual(
      (await linesOf(first, weekly)).map(({ dueOn }) => dueOn),
      ['2018-04-02', '2018-04-09', '2018-04-16'],
    )
    const next = await gathered('2019-04-20')
    assert.deepEqual(
      (await linesOf(next, weekly)).map(({ number }) => number),
      [4, 5, 6, 7],
    )
  })

  it('leaves out what may not be paid yet', async () => {
    const kept = [
      (await aDirectPayment(house, { agreement: 'none' })).id,
      (await aDirectPayment(house, { agreement: 'not_met' })).id,
      (await aDirectPayment(house, { agreed: false })).id,
      await anAgreedGrant(house, { personId: (await house.aCarer()).id }),
    ]
    const id = await gathered()
    for (const payment of kept) assert.deepEqual(await linesOf(id, payment), [])
  })
})

describe('a run that is cut off', () => {
  it('half-way through gathering goes on from there, each payment once', async () => {
    const payments = [
      await anAgreedGrant(house),
      await anAgreedGrant(house),
      await anAgreedGrant(house),
    ]
    const id = await begun()
    assert.equal(await as(mo, (tx) => gatherSome(tx, id, 1)), false)
    const cut = as(mo, async (tx) => {
      await gatherSome(tx, id, 1)
      throw new Error('cut off')
    })
    await assert.rejects(cut, /cut off/)
    await gatherRun({ db, actor: mo }, id, 1)
    for (const payment of payments) assert.equal((await linesOf(id, payment)).length, 1)
    assert.equal((await as(mo, (tx) => getRun(tx, id))).state, 'gathered')
  })

  it('half-way through being marked as paid goes on from there, each line once', async () => {
    const payments = [
      await anAgreedGrant(house),
      await anAgreedGrant(house),
      await anAgreedGrant(house),
    ]
    const id = await gathered()
    await approve(id)
    await as(second, (tx) => updateSending(tx, second, id, at))
    assert.equal(await as(second, (tx) => sendSome(tx, id, 1)), false)
    const cut = as(second, async (tx) => {
      await sendSome(tx, id, 1)
      throw new Error('cut off')
    })
    await assert.rejects(cut, /cut off/)
    await send(id)
    for (const payment of payments) assert.equal((await paid(payment)).length, 1)
    assert.equal((await as(mo, (tx) => getRun(tx, id))).state, 'sent')
  })
})

describe('a run whose process is killed', () => {
  it('before its transaction ends has paid nothing of it, and pays all once when it is sent again', async () => {
    const payments = [await anAgreedGrant(house), await anAgreedGrant(house)]
    const id = await gathered()
    await approve(id)
    await as(second, (tx) => updateSending(tx, second, id, at))
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', diesWhileSending], {
      env: { ...process.env, SENDS: JSON.stringify({ url: database.url, actor: second, id }) },
    })
    assert.equal(killed.signal, 'SIGKILL', String(killed.stderr))
    for (const payment of payments) assert.deepEqual(await paid(payment), [])
    await send(id)
    for (const payment of payments) assert.equal((await paid(payment)).length, 1)
    const { rows } = await house.asSystem((tx) =>
      sql<{ action: string; before: unknown }>`
        select h.action, h.before - 'version' as before from history h
          join payment_instalment i on i.id::text = h.row_id where i.run_id = ${id} order by h.id`.execute(
        tx,
      ),
    )
    const kept = [
      ...payments.map(() => ['insert', null]),
      ...payments.map(() => ['update', { paid_on: null, withheld: true }]),
    ]
    assert.deepEqual(
      rows.map(({ action, before }) => [action, before]),
      kept,
    )
  })
})

describe('two at once', () => {
  it('two runs that gather together hold each payment once between them', async () => {
    const payments: string[] = []
    for (let count = 0; count < 6; count += 1) payments.push(await anAgreedGrant(house))
    const [one, other] = [await begun(), await begun('2018-04-30', second)]
    await Promise.all([
      gatherRun({ db, actor: mo }, one, 2),
      gatherRun({ db, actor: second }, other, 3),
    ])
    for (const payment of payments) {
      const lines = [...(await linesOf(one, payment)), ...(await linesOf(other, payment))]
      assert.equal(lines.length, 1)
    }
  })

  it('two who send the same run at once pay once', async () => {
    const payments = [await anAgreedGrant(house), await anAgreedGrant(house)]
    const id = await gathered()
    await approve(id)
    await Promise.all([
      sendRun({ db, actor: second }, { id, at }, 1),
      sendRun({ db, actor: mo }, { id, at }, 1),
    ])
    for (const payment of payments) assert.equal((await paid(payment)).length, 1)
    assert.equal((await as(mo, (tx) => getRun(tx, id))).state, 'sent')
  })
})

describe('who lets a run go', () => {
  it('never whoever gathered it, above the limit', async () => {
    await anAgreedGrant(house, { amountPence: 1_200_00 })
    const id = await gathered()
    const alone = await approve(id, mo)
    assert.match(alone.ok ? '' : alone.error, /cannot also approve it/)
    assert.equal((await approve(id)).ok, true)
    assert.equal((await approve(id)).ok, true, 'approved again it acts once')
  })

  it('nobody approves another run than the one they saw', async () => {
    await anAgreedGrant(house)
    const id = await gathered()
    const not = await as(second, (tx) => approveRun(tx, { actor: second, id, seen: 'old', at }))
    assert.match(not.ok ? '' : not.error, /changed while you looked/)
  })

  it('an empty run is refused', async () => {
    await gathered()
    const id = await gathered()
    const not = await approve(id)
    assert.match(not.ok ? '' : not.error, /nothing to pay/)
  })

  it('a run of another hub is not there', async () => {
    const id = await gathered()
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    await assert.rejects(
      as(elsewhere.actor, (tx) => getRun(tx, id)),
      /payment run not found/,
    )
    await assert.rejects(
      as(house.assessor.actor, (tx) => getRun(tx, id)),
      /payment run not found/,
    )
  })
})

describe('what changes before a run is approved', () => {
  it('a run that is given up leaves its payments to the next', async () => {
    const grant = await anAgreedGrant(house)
    const id = await gathered()
    await as(mo, (tx) => giveUpRun(tx, id))
    assert.equal((await linesOf(await gathered(), grant)).length, 1)
  })

  it('an approved one cannot be given up, nor its lines taken out or changed', async () => {
    await anAgreedGrant(house)
    const id = await gathered()
    await approve(id)
    const not = await as(mo, (tx) => giveUpRun(tx, id))
    assert.match(not.ok ? '' : not.error, /cannot be given up/)
    await assert.rejects(
      as(mo, (tx) => sql`delete from payment_instalment where run_id = ${id}`.execute(tx)),
      /cannot be taken out/,
    )
    await send(id)
    await assert.rejects(
      as(mo, (tx) =>
        sql`update payment_instalment set amount_pence = amount_pence + 1 where run_id = ${id}`.execute(
          tx,
        ),
      ),
      /money that went out is settled/,
    )
  })

  it('a payment that is cancelled is not paid by a later run', async () => {
    const grant = await anAgreedGrant(house)
    await as(mo, (tx) =>
      updateAsCancelled(tx, {
        id: grant,
        from: 'agreed',
        version: 2,
        on: isoDate('2018-04-03'),
        reason: 'No',
      }),
    )
    assert.deepEqual(await linesOf(await gathered(), grant), [])
  })
})

describe('the file of a run', () => {
  it('is the same whenever it is made, and its totals are the run’s', async () => {
    await aPaidCarer(house)
    await anAgreedGrant(house, { amountPence: 1 })
    const id = await gathered()
    await approve(id)
    const run = await as(mo, (tx) => getRun(tx, id))
    const [one, two] = [
      await as(mo, (tx) => approvedFile(tx, mo, run)),
      await as(second, (tx) => approvedFile(tx, second, run)),
    ]
    assert.equal(one.text, two.text)
    assert.deepEqual([one.count, one.sumPence, one.hash], [run.lines, run.sumPence, run.fileHash])
  })

  it('notes for each person paid that their bank details were read', async () => {
    const carer = await aPaidCarer(house)
    await anAgreedGrant(house, { personId: carer.id })
    const id = await gathered()
    await approve(id)
    const { rows } = await house.asSystem((tx) =>
      sql<{
        what: string
        name: string
      }>`select what, reader_name as name from read_log where person_id = ${carer.id}`.execute(tx),
    )
    assert.deepEqual(rows, [{ what: 'bank details, to make a payment', name: 'Ann Ray' }])
  })
})

it('whatever the amounts, a run pays their sum to the penny and none of them twice', async () => {
  const pence = fc.integer({ min: 1, max: 1_500_00 })
  await fc.assert(
    fc.asyncProperty(fc.array(pence, { minLength: 1, maxLength: 6 }), async (amounts) => {
      const carer = await aPaidCarer(house)
      const payments: string[] = []
      for (const amountPence of amounts)
        payments.push(await anAgreedGrant(house, { amountPence, personId: carer.id }))
      const id = await gathered()
      const sum = amounts.reduce((all, one) => all + one, 0)
      assert.deepEqual(
        [(await totals(id)).lines, (await totals(id)).sumPence],
        [amounts.length, sum],
      )
      await approve(id)
      await Promise.all([send(id), send(id)])
      const went = (await Promise.all(payments.map(paid))).flat()
      assert.deepEqual(
        went.map(({ amountPence }) => amountPence),
        amounts,
      )
    }),
    { numRuns: 8 },
  )
})
