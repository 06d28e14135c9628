import { z } from 'zod'
import { isDeepStrictEqual } from 'node:util'
import { Forbidden, NotFound } from '#platform/lib/errors.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { freshForm } from '#platform/web/form.ts'
import { file, page, see, show, showAgain, showConflict, type Context } from '#platform/web/page.ts'
import { answersForm, answersOf, asTyped, type Answers } from '../answers.ts'
import type { Section } from '../assessment-form.ts'
import { openMyAssessment, type MyAssessment } from '../my-open-assessment.ts'
import { insertOwnWords, updateOwnWords } from '../own-words.sql.ts'
import { autosaved, versionIn, wantsAutosave } from './autosave.ts'
import { mySectionPageView } from './my-section.view.ts'

const params = z.object({ section: z.string().max(40) })
type Asked = Context<z.output<typeof params>>

/** One section of the carer's own assessment, in their own words; saved as it is, half-filled too. */
export const mySectionPage = page({
  path: '/my/assessment/:section',
  door: 'carer',
  may: ['carer'],
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const { section, words, version } = await opened(tx, context)
      const state = freshForm(asTyped(section, words?.answers ?? {}))
      return show(mySectionPageView({ section, state, version }))
    }),
  post: async (context) => {
    const { body, clock, asActor, asSystem } = context
    const found = await asActor((tx) => opened(tx, context))
    const { section, version } = found
    const read = answersForm([section], clock.today()).read(body)
    if (!read.ok) return showAgain(mySectionPageView({ section, state: read.error, version }))
    const answers = answersOf(section, read.value)
    const typedFrom = versionIn(body, section.id)
    // A carer may not write assessments; the house does it for them, and history names their account.
    const saved = await asSystem('the carer wrote in their own assessment', (tx) =>
      save(tx, context, found, { answers, version: typedFrom }),
    )
    if (!saved)
      return showConflict(
        mySectionPageView({ section, state: freshForm(body), version, theirs: found.words }),
      )
    if (wantsAutosave(context))
      return file(autosaved([{ section: section.id, answers, version: typedFrom + 1 }], clock))
    return see(nextOf(found))
  },
})

async function opened(tx: Tx, { params: { section: id }, actor: { personId } }: Asked) {
  if (personId === null) throw new Forbidden('Without a record of their own')
  const mine = await openMyAssessment(tx, personId)
  const section = mine.sections.find((each) => each.id === id)
  if (section === undefined) throw new NotFound('section')
  const words = mine.own.find((each) => each.section === id)
  return { ...mine, section, words, version: words?.version ?? 0 }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** False where another of their devices saved since. The same sent twice is saved once. */
function save(
  tx: Tx,
  { actor }: Asked,
  { assessment, section, words }: Opened,
  typed: { readonly answers: Answers; readonly version: number },
): Promise<boolean> {
  if (isDeepStrictEqual(words?.answers ?? {}, typed.answers)) return Promise.resolve(true)
  const row = {
    authorityId: actor.authorityId,
    id: newId(),
    assessmentId: assessment.id,
    personId: assessment.personId,
    section: section.id,
    answers: typed.answers,
  }
  return typed.version === 0 ? insertOwnWords(tx, row) : updateOwnWords(tx, row, typed.version)
}

function nextOf({ sections, section }: { readonly section: Section } & MyAssessment): string {
  const after = sections[sections.findIndex(({ id }) => id === section.id) + 1]
  return after === undefined ? '/my/assessment' : `/my/assessment/${after.id}`
}
