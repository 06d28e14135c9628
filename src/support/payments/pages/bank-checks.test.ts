import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { supportHouse } from '../../testing.ts'
import { payments } from '../room.ts'

const house = await supportHouse([payments])
const { assessor: jo, manager: mo } = house
// The weights of the specification's worked example for this sort code.
const weights = '089000 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\r\n'
const load = (text: string, kind = 'weights') =>
  mo.upload('/payments/bank-checks', { id: newId(), kind }, [
    { field: 'file', name: 'valacdos.txt', bytes: Buffer.from(text) },
  ])
const details = (accountNumber: string, more: Record<string, string> = {}) => ({
  id: newId(),
  accountName: 'M Tolley',
  sortCode: '08-99-99',
  accountNumber,
  givenHow: 'in_writing',
  ...more,
})

describe('account numbers', () => {
  it('are checked by their figures alone until the banks’ table is loaded, and the page says so', async () => {
    const at = `/carers/${(await house.aCarer()).id}/bank-details`
    assert.match((await jo.get(at)).text, /Only the number of figures is checked/)
    assert.equal((await jo.post(at, details('66374959'))).status, 303)
    assert.match((await mo.get('/payments/bank-checks')).text, /valacdos.txt Not loaded/)
  })

  it('are held against their sort code once it is, and what was typed stays', async () => {
    assert.equal((await load(weights)).status, 303)
    assert.match(
      (await mo.get('/payments/bank-checks')).text,
      /1 lines?, loaded on 3 April 2018 by Mo/,
    )
    const at = `/carers/${(await house.aCarer()).id}/bank-details`
    const not = await jo.post(at, details('66374959'))
    assert.deepEqual(
      [not.status, /does not belong with this sort code/.test(not.text)],
      [422, true],
    )
    assert.equal(not.field('accountName'), 'M Tolley')
    assert.equal((await jo.post(at, details('66374958'))).status, 303)
    const elsewhere = details('12345678', { sortCode: '40-00-00' })
    assert.equal((await jo.post(at, elsewhere)).status, 303)
  })

  it('of a building society come with its roll number, shown to who pays', async () => {
    const at = `/carers/${(await house.aCarer()).id}/bank-details`
    const wrong = await jo.post(at, details('66374958', { rollNumber: 'ä' }))
    assert.deepEqual([wrong.status, /roll number of at most 18/.test(wrong.text)], [422, true])
    await jo.post(at, details('66374958', { rollNumber: 'd/20 71-x' }))
    assert.doesNotMatch((await jo.get(at)).html, /D\/20 71-X/)
    assert.match((await mo.post(at, { step: 'open' })).text, /Roll number D\/20 71-X/)
  })
})

describe('a table that is none', () => {
  it('is refused, whether missing, another file, or too large', async () => {
    const none = await mo.upload('/payments/bank-checks', { id: newId(), kind: 'weights' }, [])
    assert.deepEqual([none.status, /Choose the table/.test(none.text)], [422, true])
    assert.match((await load('%PDF-1.7')).text, /Line 1 is no line of weights/)
    assert.match((await load(weights, 'substitutes')).text, /Line 1 is no pair of sort codes/)
    assert.match((await load(weights.repeat(30_000))).text, /smaller than 1MB/)
    assert.equal((await load(weights, 'other')).status, 422)
    assert.equal((await jo.get('/payments/bank-checks')).status, 403)
  })
})
