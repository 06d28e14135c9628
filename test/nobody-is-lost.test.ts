// Whoever asked for support, whatever became of it: while their pathway is open somebody has the next
// thing to do, or it is dated, or they stand on the board of their manager.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { gather } from '#platform/web/house.ts'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { gatherPathway } from '#people/pathway/gather-pathway.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { contacts } from '#find/contacts/room.ts'
import { getEveryReckoning } from '#find/referral-clock/targets.sql.ts'
import { referrals } from '#find/referrals/room.ts'
import { today as todayRoom } from '#find/today/room.ts'
import { withClock } from '#find/today/waiting-clock.rules.ts'
import { listWaiting, tallyWaiting } from '#find/today/waiting.sql.ts'
import { assessments } from '#assess/assessments/room.ts'
import { conversations } from '#assess/conversations/room.ts'
import { eligibility } from '#assess/eligibility/room.ts'
import { plans } from '#support/plans/room.ts'
import { reviews } from '#support/reviews/room.ts'

const rooms = [
  ...[persons, caring, referrals, contacts, todayRoom],
  ...[conversations, assessments, eligibility, plans, reviews],
]
const today = isoDate('2018-03-29')
const house = await testHouse(rooms, { today })
const manager = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })
const { authorityId } = manager.actor
const organisationId = manager.actor.organisationIds[0]!
const gathered = gather(rooms)

/** So many days ago, and whatever any room may know of one carer. */
const anyMatter = fc.record({
  ago: fc.integer({ min: 1, max: 200 }),
  referral: fc.constantFrom(null, 'new', 'asked', 'accepted', 'talked', 'declined', 'closed'),
  assessment: fc.constantFrom(null, 'asked', 'undated', 'begun', 'declined', 'completed'),
  outcome: fc.constantFrom(null, 'eligible', 'support', 'no_support', 'not_eligible'),
  imported: fc.boolean(),
  decision: fc.constantFrom(null, 'draft', 'to_countersign', 'decided', 'sent'),
  eligible: fc.boolean(),
  plan: fc.constantFrom(null, 'draft', 'agreed', 'sent', 'ended'),
  line: fc.constantFrom(null, 'to do', 'done'),
  review: fc.constantFrom(null, 'ahead', 'held'),
  promised: fc.boolean(),
})

type Matter = typeof anyMatter extends fc.Arbitrary<infer T> ? T : never

const nothing: Matter = {
  ...{ ago: 60, referral: null, assessment: null, outcome: null, imported: false },
  ...{ decision: null, eligible: true, plan: null, line: null, review: null, promised: false },
}

/** Each place at which a carer could be forgotten, by itself. */
const known: readonly Partial<Matter>[] = [
  { referral: 'new' },
  { referral: 'accepted' },
  { referral: 'talked' },
  { referral: 'talked', assessment: 'declined' },
  { referral: 'talked', assessment: 'completed', outcome: 'no_support' },
  { assessment: 'asked' },
  { referral: 'talked', assessment: 'undated' },
  { assessment: 'completed' },
  { assessment: 'completed', outcome: 'support' },
  { assessment: 'completed', outcome: 'eligible', decision: 'to_countersign' },
  { assessment: 'completed', outcome: 'eligible', decision: 'sent' },
  { assessment: 'completed', outcome: 'not_eligible', decision: 'decided', eligible: false },
  { assessment: 'completed', outcome: 'eligible', decision: 'sent', plan: 'draft' },
  { assessment: 'completed', outcome: 'eligible', decision: 'sent', plan: 'sent', line: 'to do' },
  { referral: 'talked', plan: 'ended' },
]

async function placeMatter(tx: Tx, matter: Matter, personId: string): Promise<void> {
  const start = addDays(today, -matter.ago)
  await placeReferral(tx, matter, { personId, start })
  const assessed = await placeAssessment(tx, matter, { personId, start })
  await placePlan(tx, matter, { personId, start, ...assessed })
  if (!matter.promised) return
  await tx
    .insertInto('contact')
    .values({
      ...{ authorityId, id: newId(), personId, organisationId, at: `${start}T10:00:00Z` },
      ...{ channel: 'phone', direction: 'out', outcome: 'no_answer', words: 'Rang' },
      ...{ followUp: 'Ring again', followUpOn: addDays(today, 9) },
      ...{ accountId: manager.actor.accountId, followUpBy: manager.actor.accountId },
    })
    .execute()
}

type Of = { readonly personId: string; readonly start: IsoDate }

async function placeReferral(tx: Tx, { referral }: Matter, { personId, start }: Of): Promise<void> {
  if (referral === null) return
  const talked = referral === 'talked' || referral === 'closed'
  await tx
    .insertInto('referral')
    .values({
      ...{ authorityId, id: newId(), reference: newReference('REF'), personId, source: 'self' },
      ...{ kind: 'adult_carer', receivedOn: start, toOrganisationId: organisationId },
      state: referral === 'talked' ? 'accepted' : referral,
      ...(talked ? { firstContactOn: start } : {}),
      ...(referral === 'closed' ? { outcome: 'signposted', outcomeOn: addDays(start, 1) } : {}),
    })
    .execute()
}

async function placeAssessment(tx: Tx, matter: Matter, { personId, start }: Of) {
  const { assessment, decision, eligible, imported, outcome } = matter
  if (assessment === null) return { assessmentId: null, determinationId: null }
  const assessmentId = newId()
  const completed = assessment === 'completed'
  await tx
    .insertInto('assessment')
    .values({
      ...{ authorityId, id: assessmentId, personId, organisationId, kind: 'adult_carer' },
      state: assessment === 'undated' ? 'asked' : assessment,
      askedOn: assessment === 'undated' ? null : start,
      ...(completed ? { completedOn: start, outcome } : {}),
      ...(assessment === 'declined'
        ? { closedOn: start, closedReason: 'other', closedWords: 'Not now' }
        : {}),
      ...(imported && completed ? { previousRef: assessmentId } : {}),
    })
    .execute()
  if (!completed || imported || decision === null) return { assessmentId, determinationId: null }
  const determinationId = newId()
  const reached = decision !== 'draft'
  await tx
    .insertInto('determination')
    .values({
      ...{ authorityId, id: determinationId, assessmentId, personId, organisationId, number: 1 },
      state: decision === 'sent' ? 'decided' : decision,
      rulesVersion: 'carer-eligibility-1',
      ...(reached
        ? {
            ...{
              steps: '[]',
              eligible,
              decidedOn: start,
              decidedByName: 'Jo',
              decidedAs: 'authority',
            },
            ...{ adviceReduce: 'Rest', advicePrevent: 'Rest' },
          }
        : {}),
      ...(decision === 'sent' ? { sentAt: `${start}T12:00:00Z`, sentAs: 'By post' } : {}),
    })
    .execute()
  return { assessmentId, determinationId }
}

async function placePlan(
  tx: Tx,
  { plan, line, review }: Matter,
  of: Of & { readonly assessmentId: string | null; readonly determinationId: string | null },
): Promise<void> {
  const { personId, start, assessmentId, determinationId } = of
  if (plan === null) return
  const planId = newId()
  await tx
    .insertInto('plan')
    .values({
      ...{ authorityId, id: planId, reference: newReference('PLN'), personId, organisationId },
      ...{ state: 'draft', startedOn: start, assessmentId, determinationId },
    })
    .execute()
  if (line !== null)
    await tx
      .insertInto('planAction')
      .values({
        ...{ authorityId, id: newId(), planId, personId, position: 1, action: 'Walk', owner: 'Jo' },
        doneOn: line === 'done' ? start : null,
      })
      .execute()
  const agreed = { agreedOn: start, agreedBy: 'Margaret', agreedHow: 'telephone' }
  const became = {
    draft: {},
    agreed: { state: 'agreed', ...agreed },
    sent: { state: 'agreed', ...agreed, sentAt: `${start}T12:00:00Z` },
    ended: { state: 'ended', endedOn: start, endReason: 'Not wanted' },
  }[plan]
  if (plan !== 'draft') await tx.updateTable('plan').set(became).where('id', '=', planId).execute()
  if (review === null || plan === 'draft' || plan === 'ended') return
  await tx
    .insertInto('review')
    .values({
      ...{ authorityId, id: newId(), planId, personId, organisationId, kind: 'first' },
      dueOn: addDays(today, 30),
      ...(review === 'held' ? { doneOn: start, outcome: 'continue', breaksDiscussed: true } : {}),
    })
    .execute()
}

const matters = await Promise.all(
  [
    ...known.map((some) => ({ ...nothing, ...some })),
    ...fc.sample(anyMatter, { numRuns: 120, seed: 43 }),
  ].map(async (matter, at) => ({
    matter,
    ...(await aPerson(house.db, manager.actor, { givenName: `Carer ${at}` })),
  })),
)
await house.asSystem(async (tx) => {
  for (const { matter, id } of matters) await placeMatter(tx, matter, id)
})

const asManager = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asActor(house.db, manager.actor, work)
const of = await asManager(async (tx) => ({
  ...{ sources: gathered.waiting, among: gathered.waiting, actor: manager.actor, today },
  reckoning: await getEveryReckoning(tx),
}))
const rows = await asManager((tx) =>
  listWaiting(tx, { ...of, filter: {}, offset: 0, limit: 10_000 }),
)

test('every open pathway with nothing dated ahead is on the board', async () => {
  const listed = new Set(rows.map(({ personId }) => personId))
  let open = 0
  for (const { matter, id: personId } of matters) {
    const clock = await asManager((tx) =>
      gatherPathway(tx, gathered, { personId, actor: manager.actor, today }),
    )
    if (clock === null || clock.stoppedOn !== null) continue
    open += 1
    const dated = matter.promised || matter.review === 'ahead'
    assert.ok(listed.has(personId) || dated, `lost: ${JSON.stringify({ matter, clock })}`)
  }
  assert.ok(open > 40 && open < matters.length - 20, `${open} open`)
})

test('nobody who was talked with is listed as without a next step who stands elsewhere or has a day', () => {
  const without = rows.filter(({ kind }) => kind === 'next-step')
  assert.ok(without.length > 2, `${without.length}`)
  for (const { personId } of without) {
    assert.equal(rows.filter((row) => row.personId === personId).length, 1)
    const { matter } = matters.find(({ id }) => id === personId)!
    assert.ok(!matter.promised && matter.referral === 'talked')
  }
})

test('the board counts, sorts and shows what is late as the carer’s own clock does', async () => {
  for (const row of rows) {
    assert.equal(row.late, withClock(row, today, of.reckoning).clock?.tone === 'red', row.kind)
  }
  const firstInTime = rows.findIndex(({ late }) => !late)
  assert.ok(firstInTime > 10 && rows.slice(firstInTime).every(({ late }) => !late))
  const tallies = await asManager((tx) => tallyWaiting(tx, of))
  const shown = tallies.filter(({ kind }) => kind !== 'carers')
  assert.equal(
    shown.reduce((sum, { late }) => sum + late, 0),
    rows.filter(({ late }) => late).length,
  )
})
