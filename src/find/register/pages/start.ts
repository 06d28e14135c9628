import { randomUUID } from 'node:crypto'
import { answersFrom } from '#find/am-i-a-carer/answers.ts'
import { page, see, show, type Context, type Page, type Reply } from '#platform/web/page.ts'
import { answersBefore } from '../answers-before.rules.ts'
import { draftIdOf, seeWithDraft, seeWithoutDraft } from '../draft-cookie.ts'
import { deleteDraft, findDraft, insertDraft } from '../drafts.sql.ts'
import type { Draft, Way } from '../draft.ts'
import { firstUnanswered, stepsOf } from '../steps.ts'
import { pathOf, ways } from '../ways.ts'
import { startView } from './start.view.ts'

export const startPage = startOf('adult')
export const youngStartPage = startOf('young')

/** Says what will be asked; begins a draft, goes on with one, or throws it away. */
function startOf(way: Way): Page {
  return page({
    ...ways[way],
    may: 'anyone',
    get: async (context) => {
      const draft = await openDraft(context)
      return show(startView({ way, begun: draft !== null && draft.way === way }))
    },
    post: (context) => begin(context, way),
  })
}

async function begin(context: Context, way: Way): Promise<Reply> {
  const { asSystem, actor, body, clock } = context
  const draft = await openDraft(context)
  if (draft !== null && body['go'] === 'on') {
    const next = firstUnanswered(draft.answers, { way: draft.way, today: clock.today() })
    return see(pathOf(draft.way, next?.slug ?? 'check-answers'))
  }
  const { authorityId } = actor
  if (draft !== null) {
    await asSystem('forget a draft', (tx) => deleteDraft(tx, { authorityId, id: draft.id }))
  }
  if (body['go'] === 'forget') return seeWithoutDraft(context, '/')
  const id = randomUUID()
  const answers = answersBefore(answersFrom(body))
  await asSystem('begin a draft', (tx) => insertDraft(tx, { authorityId, id, way, answers }))
  return seeWithDraft(context, pathOf(way, stepsOf(way)[0]?.slug ?? 'check-answers'), id)
}

/** The draft that this browser began and has not sent. */
async function openDraft(context: Context): Promise<Draft | null> {
  const id = draftIdOf(context)
  if (id === null) return null
  const { authorityId } = context.actor
  const draft = await context.asSystem('go on with a draft', (tx) =>
    findDraft(tx, { authorityId, id }),
  )
  return draft?.reference === null ? draft : null
}
