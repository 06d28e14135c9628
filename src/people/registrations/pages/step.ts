import { z } from 'zod'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { dayTyped, freshForm, type FormState, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { follows, lifeSteps, type StepName, stepNames, stepOf } from '../life.rules.ts'
import { stepWords } from '../registration.ts'
import { stepForm } from '../step-form.ts'
import { takeStep } from '../take-step.ts'
import { openRegistration, type Opened, registrationParams } from './own-registration.ts'
import { stepView } from './step.view.ts'

/** Takes one step in the life of a registration, with its day and why. */
export const stepPage = page({
  path: '/carers/:id/registrations/:registration/:step',
  door: 'workspace',
  may: caseworkers,
  params: registrationParams.extend({ step: z.enum(stepNames) }),
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const { step } = params
      const opened = await openRegistration(tx, actor, params)
      if (!opened.steps.includes(step)) throw new NotFound('step')
      const on =
        opened.person.diedOn !== null && step === 'die' ? opened.person.diedOn : clock.today()
      const version = String(opened.registration.version)
      return show(viewOf({ ...opened, step, state: freshForm({ version, ...dayTyped('on', on) }) }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const { step } = params
      const opened = await openRegistration(tx, actor, params)
      const { person, registration } = opened
      const model = (state: FormState) => viewOf({ ...opened, step, state })
      const read = stepForm(step, registration, clock.today()).read(body)
      if (!read.ok) return showAgain(model(read.error))
      const { version, on, words } = read.value
      if (version !== registration.version || !opened.steps.includes(step)) {
        const state = freshForm({ ...body, version: String(registration.version) })
        return showConflict(viewOf({ ...opened, step, state, moved: true }))
      }
      if (step === 'die' && person.dateOfBirth !== null && on < person.dateOfBirth)
        return showAgain(
          model(withFault(body, 'on', 'The day they died must be after their birth')),
        )
      const reason = read.value.reason ?? stepOf(step).reasons[0] ?? null
      const taking = { actor, person, registration, step, version, on, reason, words }
      if (!(await takeStep(tx, taking)))
        return showConflict(viewOf({ ...opened, step, state: freshForm(body), moved: true }))
      return see(nextAfter(step, opened))
    }),
})

function nextAfter(step: StepName, { person, registration }: Opened): string {
  return step !== 'correct' && follows[lifeSteps[step].to].closeWithCare
    ? `/carers/${person.id}/still-open`
    : `/carers/${person.id}/registrations/${registration.id}`
}

function viewOf(of: Parameters<typeof stepView>[0]): PageView {
  return { title: stepWords[of.step], main: stepView(of) }
}
