import assert from 'node:assert/strict'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { supportHouse } from '../../testing.ts'
import { listBudgetRows } from '../budget.sql.ts'
import { sumOfFigure } from '../budget-year.rules.ts'
import { listInstalments } from '../instalments.sql.ts'
import { approveRun, gatherRun, sendRun } from '../make-run.ts'
import { anAgreedGrant, aPaidCarer } from '../money.fixture.ts'
import { getPayment } from '../payments.sql.ts'
import { payments } from '../room.ts'
import { newRunReference } from '../run.ts'
import { getRun, insertRun, listRunLines, sumRun } from '../runs.sql.ts'
import { takeReturnsCommand } from '../take-returns.command.ts'

const house = await supportHouse([payments])
const { assessor: jo, manager: mo, as } = house
const second = (await house.signIn({ duties: ['manager'], name: 'Ann Ray' })).actor
const organisationId = mo.actor.organisationIds[0]!
const at = '2018-04-03T12:00:00Z'
const payOn = isoDate('2018-04-02')

/** Pays all that is due in one run, and gives the reference of each payment's line in the bank's file. */
async function paidRun(): Promise<ReadonlyMap<string, string>> {
  const id = newId()
  const run = {
    id,
    reference: newRunReference(),
    organisationId,
    upTo: isoDate('2018-04-30'),
    payOn,
  }
  await as(mo.actor, (tx) => insertRun(tx, mo.actor, run))
  await gatherRun({ db: house.db, actor: mo.actor }, id)
  await as(second, async (tx) =>
    approveRun(tx, { actor: second, id, seen: (await sumRun(tx, id)).seen, at }),
  )
  const { state } = await as(mo.actor, (tx) => getRun(tx, id))
  if (state === 'approved') await sendRun({ db: house.db, actor: second }, { id, at })
  const lines = await as(mo.actor, (tx) => listRunLines(tx, id, { offset: 0, limit: 1000 }))
  return new Map(lines.map(({ paymentId }, place) => [paymentId, `${run.reference} ${place + 1}`]))
}

const fileOf = (...lines: string[]) =>
  Buffer.from(['reference,amount,reason code', ...lines].join('\n'))
const upload = (bytes: Buffer, who = mo) =>
  who.upload('/payments/came-back', {}, [{ field: 'file', name: 'arucs.csv', bytes }])
const budget = async () => {
  const today = isoDate('2018-04-03')
  const rows = await as(mo.actor, (tx) => listBudgetRows(tx, { organisationId, year: 2018, today }))
  return { paid: sumOfFigure(rows, 'paid'), committed: sumOfFigure(rows, 'committed') }
}
const give = (personId: string) =>
  jo.post(`/carers/${personId}/bank-details`, {
    id: newId(),
    accountName: 'M Tolley',
    sortCode: '08-99-99',
    accountNumber: '66374958',
    givenHow: 'telephone',
  })
const waitingOf = async (payment: string) =>
  /\/payments\/[\w-]+\/came-back\/[\w-]+/.exec((await mo.get(`/payments/${payment}`)).html)?.[0]
const stateOf = async (payment: string) =>
  (await as(mo.actor, (tx) => getPayment(tx, payment))).state

describe('payments that the bank sent back', () => {
  it('wait to be mended, move in the budget, are paid again into other details, once', async () => {
    const carer = await aPaidCarer(house)
    const grant = await anAgreedGrant(house, { personId: carer.id, amountPence: 123_45 })
    const line = `${(await paidRun()).get(grant)},123.45,B`
    const before = await budget()
    const read = await upload(fileOf(line, 'PAY-AAAAA-1 1,5.00,5'))
    assert.equal(read.status, 303)
    const page = await mo.get(read.location!)
    assert.match(page.text, /Came back 1, £123.45 Refused 1.*3 PAY-AAAAA-1 1 No payment went out/)
    assert.deepEqual(await budget(), {
      paid: before.paid - 123_45,
      committed: before.committed + 123_45,
    })
    assert.equal(await stateOf(grant), 'agreed')
    assert.match((await mo.get('/payments/runs')).text, /The bank sent a payment back/)
    const mend = (await waitingOf(grant))!
    const not = await mo.post(mend, { as: 'again' })
    assert.deepEqual([not.status, /right bank details first/.test(not.text)], [422, true])
    await give(carer.id)
    for (const _ of [1, 2]) assert.equal((await mo.post(mend, { as: 'again' })).status, 303)
    assert.ok((await paidRun()).has(grant))
    assert.equal((await paidRun()).has(grant), false)
    assert.deepEqual(await budget(), before)
    assert.match(
      (await mo.get(`/payments/${grant}`)).text,
      /£123.45 paid on 2 April 2018, run PAY\S+ £123.45 paid on 2 April 2018, run PAY\S+, sent back by the bank on 3 April 2018/,
    )
  })

  it('the same file twice changes nothing, and a second file about the same payment is refused', async () => {
    const grant = await anAgreedGrant(house, { amountPence: 77_00 })
    const line = `${(await paidRun()).get(grant)},77,2`
    const [first, again] = [await upload(fileOf(line)), await upload(fileOf(line))]
    assert.equal(again.location, `${first.location}?before=yes`)
    assert.match((await mo.get(again.location!)).text, /had been read before/)
    const other = await upload(fileOf(line, ''))
    assert.match((await mo.get(other.location!)).text, /came back already, on 3 April 2018/)
  })

  it('given up, a payment is cancelled with why and never paid again', async () => {
    const grant = await anAgreedGrant(house, { amountPence: 61_00 })
    await upload(fileOf(`${(await paidRun()).get(grant)},61,2`))
    const mend = (await waitingOf(grant))!
    const not = await mo.post(mend, { as: 'cancelled', words: '' })
    assert.deepEqual([not.status, /Write why/.test(not.text)], [422, true])
    assert.equal((await mo.post(mend, {})).status, 422)
    await mo.post(mend, { as: 'cancelled', words: 'The carer died' })
    assert.equal(await stateOf(grant), 'cancelled')
    assert.equal((await paidRun()).has(grant), false)
  })

  it('one of a payment that goes on holds the rest back until it is mended, then both go out', async () => {
    const carer = await aPaidCarer(house)
    const weekly = await anAgreedGrant(house, {
      personId: carer.id,
      frequency: 'weekly',
      amountPence: 20_00,
      startsOn: '2018-03-27',
      endsOn: '2018-04-20',
    })
    const reference = (await paidRun()).get(weekly)!
    const [run] = reference.split(' ')
    const numbered = Number(reference.split(' ')[1])
    await upload(fileOf(`${run} ${numbered - 1},20,5`))
    assert.equal(await stateOf(weekly), 'paid')
    assert.equal((await paidRun()).has(weekly), false)
    await give(carer.id)
    await mo.post((await waitingOf(weekly))!, { as: 'again' })
    assert.ok((await paidRun()).has(weekly))
    const live = (await as(mo.actor, (tx) => listInstalments(tx, weekly))).filter(
      ({ returnedOn }) => returnedOn === null,
    )
    assert.equal(live.length, 4)
    assert.deepEqual(new Set(live.map(({ number }) => number)), new Set([1, 2, 3, 4]))
  })

  it('refuse no file, an empty one, two, and one that is no CSV; and are closed to who does not pay', async () => {
    const none = await mo.upload('/payments/came-back', {}, [])
    assert.match(none.text, /Choose the bank’s file/)
    assert.match((await upload(Buffer.from('%PDF-1.4'))).text, /no payments in it/)
    assert.match((await upload(Buffer.from('a,b\n1,2'))).text, /Missing: reference/)
    const file = { field: 'file', name: 'a.csv', bytes: fileOf('x,1,5') }
    assert.match(
      (await mo.upload('/payments/came-back', {}, [file, file])).text,
      /one file at a time/,
    )
    for (const path of ['/payments/came-back', `/payments/came-back/${newId()}`])
      assert.equal((await jo.get(path)).status, 403)
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    const grant = await anAgreedGrant(house, { amountPence: 9_00 })
    const stranger = await upload(fileOf(`${(await paidRun()).get(grant)},9,5`), elsewhere)
    assert.match((await elsewhere.get(stranger.location!)).text, /No payment went out/)
    assert.equal(await stateOf(grant), 'paid')
  })

  it('are taken in from the command line as well, with what was refused', async () => {
    const grant = await anAgreedGrant(house, { amountPence: 31_00 })
    const folder = mkdtempSync(join(tmpdir(), 'returned-'))
    const path = join(folder, 'arucs.csv')
    writeFileSync(path, fileOf(`${(await paidRun()).get(grant)},31.00,3`, 'nobody,1,5'))
    const said: string[] = []
    const cli = {
      config: house.house.config,
      clock: house.house.clock,
      open: async () => house.db,
      openIfThere: async () => house.db,
      print: (line: string) => void said.push(line),
      warn: (line: string) => void said.push(line),
    }
    const run = (...words: string[]) => takeReturnsCommand.run(cli, words)
    assert.equal(await run(mo.actor.authorityCode, path), 0)
    assert.deepEqual(said, [
      '1 of 2 taken, £31 came back.',
      '  line 3, nobody: No payment went out under this reference',
    ])
    assert.equal(await stateOf(grant), 'agreed')
    await run(mo.actor.authorityCode, path)
    assert.match(said[2] ?? '', /read before; nothing is changed/)
    await assert.rejects(run('nowhere', path), /Say whose payments/)
    await assert.rejects(run(mo.actor.authorityCode, join(folder, 'none')), /cannot be read/)
    rmSync(folder, { recursive: true })
  })
})

it('over any sequence of steps no penny is lost and none goes out twice', async () => {
  const steps = fc.array(
    fc.record({
      step: fc.constantFrom('agree', 'pay', 'return', 'mend', 'give-up'),
      which: fc.nat(),
      pence: fc.integer({ min: 1, max: 900_00 }),
    }),
    { minLength: 4, maxLength: 9 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      await paidRun()
      const start = await budget()
      type Kept = { personId: string; pence: number; state: string; reference: string }
      const kept = new Map<string, Kept>()
      const one = (state: string, which: number) => {
        const found = [...kept].filter(([, of]) => of.state === state)
        return found[which % Math.max(1, found.length)]
      }
      for (const { step, which, pence } of taken) {
        if (step === 'agree') {
          const { id: personId } = await aPaidCarer(house)
          const id = await anAgreedGrant(house, { personId, amountPence: pence })
          kept.set(id, { personId, pence, state: 'agreed', reference: '' })
        }
        if (step === 'pay') {
          const lines = await paidRun()
          for (const [id, of] of kept) {
            assert.equal(lines.has(id), of.state === 'agreed')
            if (of.state === 'agreed')
              kept.set(id, { ...of, state: 'paid', reference: lines.get(id)! })
          }
        }
        const [id, of] = one(step === 'return' ? 'paid' : 'back', which) ?? []
        if (id === undefined || of === undefined) continue
        if (step === 'return') {
          await upload(fileOf(`${of.reference},${(of.pence / 100).toFixed(2)},5`))
          kept.set(id, { ...of, state: 'back' })
        } else if (step === 'mend') {
          await give(of.personId)
          await mo.post((await waitingOf(id))!, { as: 'again' })
          kept.set(id, { ...of, state: 'agreed' })
        } else if (step === 'give-up') {
          await mo.post((await waitingOf(id))!, { as: 'cancelled', words: 'No' })
          kept.set(id, { ...of, state: 'cancelled' })
        }
      }
      const sum = (...states: string[]) =>
        [...kept.values()].reduce((all, of) => all + (states.includes(of.state) ? of.pence : 0), 0)
      assert.deepEqual(await budget(), {
        paid: start.paid + sum('paid'),
        committed: start.committed + sum('agreed', 'back'),
      })
      await paidRun()
    }),
    { numRuns: 6 },
  )
})
