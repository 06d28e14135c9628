// Money of the demo: a grant that was agreed, the account it goes to, its run and what it was used for.
import assert from 'node:assert/strict'
import type { Duty } from '#platform/access/duties.ts'
import { newId } from '#platform/lib/ids.ts'
import type { TestHouse } from '#platform/web/testing.ts'
import type { Example } from './examples.ts'
import { rowsOf, type SignedIn } from './people.ts'

type Fields = Parameters<SignedIn['post']>[1]

/** Takes those steps as the people who would. */
export async function pay(house: TestHouse, people: ReadonlyMap<Duty, SignedIn>): Promise<void> {
  const [assessor, manager] = [people.get('assessor')!, people.get('manager')!]
  const [carer] = await rowsOf<Example>(
    house,
    `select p.person_id as id from plan p join account a on a.person_id = p.person_id limit 1`,
  )
  const id = newId()
  const post = async (who: SignedIn, path: string, fields: Fields) => {
    const done = await who.post(path, fields)
    assert.equal(done.status, 303, `${path} was not taken: ${done.text.slice(0, 600)}`)
    return done
  }
  const grant = { id, purpose: 'A train home', amountPence: '85.50' }
  await post(assessor, `/carers/${carer!['id']}/payments/new`, grant)
  await post(manager, `/payments/${id}`, { step: 'agree', version: 1 })
  await post(assessor, `/carers/${carer!['id']}/bank-details`, {
    id: newId(),
    accountName: 'A Carer',
    sortCode: '08-99-99',
    accountNumber: '66374958',
    givenHow: 'in_person',
  })
  await tellOfUse(assessor, id)
  const conditions = ['capacity', 'allowed', 'capable', 'appropriate'].flatMap((condition) => [
    [`met-own-${condition}`, 'yes'],
    [`reason-own-${condition}`, 'Asked and answered'],
  ])
  const agreement = {
    step: 'agreement',
    id: newId(),
    way: 'own',
    ...Object.fromEntries(conditions),
  }
  await post(assessor, `/payments/${id}/agreement`, agreement)
  const today = house.house.clock.today().split('-').map(Number)
  const run = await post(manager, '/payments/runs', {
    id: newId(),
    ...dated('upTo', today),
    ...dated('payOn', today),
  })
  const seen = (await manager.get(run.location!)).field('seen')!
  await post(manager, run.location!, { step: 'approve', seen })
  await sendBack(manager, await anotherRun({ post, assessor, manager, today }, carer!['id']!))
}

type Payers = {
  readonly post: (who: SignedIn, path: string, fields: Fields) => ReturnType<SignedIn['post']>
  readonly assessor: SignedIn
  readonly manager: SignedIn
  readonly today: readonly number[]
}

/** A further grant, marked as paid, by the address of its run. */
async function anotherRun({ post, assessor, manager, today }: Payers, carer: string) {
  const id = newId()
  const grant = { id, purpose: 'A coach home', amountPence: '12.50' }
  await post(assessor, `/carers/${carer}/payments/new`, grant)
  await post(manager, `/payments/${id}`, { step: 'agree', version: 1 })
  const { location } = await post(manager, '/payments/runs', {
    id: newId(),
    ...dated('upTo', today),
    ...dated('payOn', today),
  })
  const seen = (await manager.get(location!)).field('seen')!
  await post(manager, location!, { step: 'approve', seen })
  await post(manager, location!, { step: 'send' })
  return location!
}

/** The bank sends back what a run paid. */
async function sendBack(manager: SignedIn, run: string): Promise<void> {
  const reference = /PAY-\w+-\w/.exec((await manager.get(run)).text)?.[0] ?? ''
  const bytes = Buffer.from(`reference,amount,reason code\n${reference} 1,12.50,5\n`)
  const file = { field: 'file', name: 'returned.csv', bytes }
  const done = await manager.upload('/payments/came-back', {}, [file])
  assert.equal(done.status, 303, done.text.slice(0, 600))
}

async function tellOfUse(assessor: SignedIn, payment: string): Promise<void> {
  const told = {
    id: newId(),
    ...dated('fromOn', [2018, 4, 1]),
    ...dated('toOn', [2018, 4, 30]),
    spentPence: '20',
    usedFor: 'The train',
  }
  const photograph = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const receipt = { field: 'receipts', name: 'ticket.jpg', bytes: photograph }
  const fields = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, String(value)]),
  )
  const done = await assessor.upload(`/payments/${payment}/used`, fields, [receipt])
  assert.equal(done.status, 303, done.text.slice(0, 600))
}

const dated = (name: string, [year, month, day]: readonly (number | undefined)[]) => ({
  [`${name}-day`]: day!,
  [`${name}-month`]: month!,
  [`${name}-year`]: year!,
})
