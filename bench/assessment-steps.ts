import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { londonClock } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Answers } from '#assess/assessments/answers.ts'
import { currentForm } from '#assess/assessments/assessment-form.ts'
import { getAssessment } from '#assess/assessments/assessments.sql.ts'
import { askForAssessment } from '#assess/assessments/ask.ts'
import { wholeDemoAnswers } from '#assess/assessments/demo-answers.ts'
import { mattersIn } from '#assess/assessments/matters.rules.ts'
import { insertMatters } from '#assess/assessments/matters.sql.ts'
import { saveSections } from '#assess/assessments/save-sections.ts'
import { takeStep } from '#assess/assessments/take-step.ts'
import { getDetermination, insertDraft } from '#assess/eligibility/determinations.sql.ts'
import type { Findings } from '#assess/eligibility/eligibility.ts'
import { carerEligibilityData } from '#assess/eligibility/law.ts'
import { makeDecision } from '#assess/eligibility/make-decision.ts'
import { responsibleAuthority } from '#assess/eligibility/responsible-authority.rules.ts'

/** Where the benchmark's assessments were asked for: by this they are known again. */
export const mark = 'Benchmark'
const form = currentForm('adult_carer')!

export type Made = { readonly id: string; readonly personId: string }
export type Year = {
  readonly db: Database
  readonly actor: Actor
  readonly made: readonly Made[]
}

/** A step for every assessment of the year, in one transaction. */
export function all(
  { db, actor, made }: Year,
  step: (tx: Tx, actor: Actor, made: Made) => Promise<void>,
): Promise<void> {
  return asActor(db, actor, async (tx) => {
    for (const each of made) await step(tx, actor, each)
  })
}

export async function ask(tx: Tx, actor: Actor, { id, personId }: Made): Promise<void> {
  const on = londonClock.today()
  const kind = 'adult_carer'
  const given = await askForAssessment(tx, { actor, id, personId, kind, on, where: mark })
  if (given !== id) throw new Error(`${personId} waits for another assessment`)
}

export async function begin(tx: Tx, actor: Actor, { id }: Made): Promise<void> {
  await step(tx, id, 'begin', {
    begunOn: londonClock.today(),
    formVersion: form.version,
    assessorId: actor.accountId!,
  })
}

export async function answerAll(tx: Tx, actor: Actor, { id }: Made): Promise<void> {
  const assessment = await getAssessment(tx, id)
  const typed = sections.map(([section, answers]) => ({ section, answers, version: 0 }))
  const saved = await saveSections(tx, { actor, assessment, typed })
  if (!saved.ok) throw new Error(`assessment ${id} was written by somebody else`)
}

export async function complete(tx: Tx, actor: Actor, { id }: Made): Promise<void> {
  const today = londonClock.today()
  const told = { method: 'home_visit', combined: false, informationSentOn: today }
  await step(tx, id, 'complete', { completedOn: today, ...told })
  const matters = mattersIn(form, Object.assign({}, ...sections.map(([, answers]) => answers)))
  await insertMatters(tx, actor, await getAssessment(tx, id), matters)
}

async function step(tx: Tx, id: string, ...of: TakenStep): Promise<void> {
  const [action, changes] = of
  if (!(await takeStep(tx, await getAssessment(tx, id), action, changes)))
    throw new Error(`assessment ${id} could not ${action}`)
}

type TakenStep = [Parameters<typeof takeStep>[2], Parameters<typeof takeStep>[3]]

export async function draft(
  tx: Tx,
  actor: Actor,
  { id: assessmentId, personId }: Made,
): Promise<string> {
  const id = newId()
  await insertDraft(tx, {
    authorityId: actor.authorityId,
    id,
    assessmentId,
    personId,
    organisationId: actor.organisationIds[0]!,
    kind: 'adult_carer',
    rulesVersion: carerEligibilityData.version,
    findings,
    familyFindings: {},
  })
  return id
}

export async function decide(tx: Tx, actor: Actor, id: string): Promise<void> {
  const determination = await getDetermination(tx, id)
  const done = await makeDecision(tx, {
    actor,
    determination,
    version: determination.version,
    responsibility: responsibleAuthority({
      kind: 'adult_carer',
      carer: { is: 'unknown' },
      caredFor: [{ is: 'here' }],
    }),
    today: londonClock.today(),
  })
  if (!done) throw new Error(`determination ${id} could not be decided`)
}

const sections = Object.entries<Answers>({
  ...wholeDemoAnswers('2018-10-12'),
  'what-comes-of-it': { breaks_outcome: 'support', health_outcome: 'support' },
})

const findings: Findings = {
  C1: true,
  C2a: true,
  outcomes: { O1: [], O2: [], O3: [], O4: [], O5: [], O6: [], O7: [], O8: ['U2'] },
  C3: true,
  wellbeing: ['W_b', 'W_e'],
  evidence: {
    C1: 'You wash, dress and feed them, and give the medicines.',
    C2a: 'You sleep four hours a night and your back hurts.',
    O8: 'You have not been to choir for a year, and it makes you low.',
    C3: 'Your nights are broken and you hardly see anybody.',
  },
}
