import { addDays } from '#platform/lib/dates.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { DemoHouse } from '#platform/room.ts'
import { asDemoPerson, type DemoCast, demoId, withCast } from '#share/accounts/demo-actors.ts'
import type { CastMember } from '#share/accounts/demo.sql.ts'
import type { Answers } from './answers.ts'
import { formOf } from './assessment-form.ts'
import { getAssessment, insertAssessment } from './assessments.sql.ts'
import { begunDemoAnswers, wholeDemoAnswers } from './demo-answers.ts'
import { saveSections } from './save-sections.ts'
import { takeStep } from './take-step.ts'

/** A story of the demo that goes from an assessment to a plan: whose, and when its plan was agreed. */
export type DemoStory = {
  readonly name: string
  readonly carer: CastMember
  readonly planAgreedDaysAgo: number
}

/** Those whose plans are agreed: the lead's first review falls due in days, the other's is overdue. */
export function demoStories({ lead, others }: DemoCast): readonly DemoStory[] {
  const [second] = others.slice(6)
  return [
    { name: 'lead', carer: lead, planAgreedDaysAgo: 52 },
    ...(second === undefined ? [] : [{ name: 'second', carer: second, planAgreedDaysAgo: 66 }]),
  ]
}

/** The id of a story's assessment, on which its decision and its plan rest. */
export const demoAssessmentId = (story: string): string => demoId(`assessment ${story}`)

type DemoAssessment = {
  readonly name: string
  readonly carer: CastMember
  readonly askedDaysAgo: number
  readonly begunDaysAgo?: number
  readonly completedDaysAgo?: number
}

/** Asks for the demo's assessments, begins and completes some, as Priya Nair. */
export function placeDemoAssessments(house: DemoHouse): Promise<void> {
  return withCast(house, async (cast) => {
    for (const assessment of assessmentsOf(cast)) await place(house, assessment)
  })
}

function assessmentsOf(cast: DemoCast): readonly DemoAssessment[] {
  const [asked, begun] = cast.others.slice(8)
  const told = demoStories(cast).map(({ name, carer, planAgreedDaysAgo: agreed }) => ({
    name,
    carer,
    askedDaysAgo: agreed + 40,
    begunDaysAgo: agreed + 24,
    completedDaysAgo: agreed + 17,
  }))
  return [
    ...told,
    ...(asked === undefined ? [] : [{ name: 'asked', carer: asked, askedDaysAgo: 20 }]),
    ...(begun === undefined
      ? []
      : [{ name: 'begun', carer: begun, askedDaysAgo: 26, begunDaysAgo: 5 }]),
  ]
}

function place(house: DemoHouse, of: DemoAssessment): Promise<void> {
  return asDemoPerson(house, 'Priya Nair', async (tx, actor) => {
    const ago = (days: number) => addDays(house.clock.today(), -days)
    const id = demoAssessmentId(of.name)
    const written = await insertAssessment(tx, {
      authorityId: actor.authorityId,
      id,
      reference: newReference('ASM'),
      personId: of.carer.id,
      organisationId: of.carer.organisationId,
      assessorId: actor.accountId,
      kind: 'adult_carer',
      state: 'asked',
      askedOn: ago(of.askedDaysAgo),
      askedWhere: 'On the telephone',
    })
    // One transaction places the whole of it: what is there is there to its end.
    if (!written || of.begunDaysAgo === undefined) return
    await takeStep(tx, await getAssessment(tx, id), 'begin', {
      begunOn: ago(of.begunDaysAgo),
      formVersion: formOf('adult-carer-1').version,
    })
    const informationOn = ago(of.askedDaysAgo - 2)
    const done = of.completedDaysAgo
    const answers = done === undefined ? begunDemoAnswers : wholeDemoAnswers(informationOn)
    const assessment = await getAssessment(tx, id)
    await saveSections(tx, { actor, assessment, typed: typedSections(answers) })
    if (done === undefined) return
    await takeStep(tx, assessment, 'complete', {
      completedOn: ago(done),
      method: 'home_visit',
      combined: false,
      informationSentOn: informationOn,
    })
  })
}

function typedSections(answers: Readonly<Record<string, Answers>>) {
  return Object.entries(answers).map(([section, given]) => ({
    section,
    answers: given,
    version: 0,
  }))
}
