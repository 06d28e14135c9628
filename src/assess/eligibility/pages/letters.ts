import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Actor } from '#platform/access/actor.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { documentFormats } from '#platform/documents/formats.ts'
import type { Document } from '#platform/documents/document.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { file, page, type Context, type Page } from '#platform/web/page.ts'
import { assessmentReaders } from '#assess/assessments/who-assesses.ts'
import type { LetterFrom } from '../decision-letter.ts'
import { letterOf } from '../letters-of.ts'
import { letterFrom } from '../letter-from.ts'
import { openDecision } from '../opened.ts'
import { openSecondLook } from '../opened-look.ts'
import { secondLookLetter } from '../second-look-letter.ts'
import { writtenAdvice } from '../written-advice.ts'

const params = z.object({ id: idParam, format: z.enum(documentFormats) })
type Asked = Context<z.output<typeof params>>

/** The letter in one of its formats; there is none before there is a decision. */
async function fileOf(context: Asked, write: (from: LetterFrom) => Document | null, name: string) {
  const from = await context.asActor((tx) => decided(tx, context.actor, context.params.id))
  const document = write(from)
  if (document === null) throw new NotFound('letter')
  const of = from.assessment.reference ?? context.params.id
  return file(await documentFile(document, context.params.format, `${name}-${of}`))
}

async function decided(tx: Tx, actor: Actor, id: string): Promise<LetterFrom> {
  const opened = await openDecision(tx, actor, id)
  if (opened.determination.state !== 'decided') throw new NotFound('letter')
  return letterFrom(tx, actor, opened)
}

function letterPages(base: string, to: Pick<Page, 'door' | 'may'>): readonly Page[] {
  return [
    page({
      path: `${base}/:id/letter/:format`,
      ...to,
      params,
      get: (context) => fileOf(context, letterOf, 'decision'),
    }),
    page({
      path: `${base}/:id/advice-letter/:format`,
      ...to,
      params,
      get: (context) => fileOf(context, writtenAdvice, 'advice'),
    }),
  ]
}

/**
 * The letters, for whoever works with the decision and for the carer it is about. Row-level security
 * keeps a decision from the carer until it has been sent.
 */
export const letters: readonly Page[] = [
  ...letterPages('/determinations', { door: 'workspace', may: assessmentReaders }),
  ...letterPages('/my/decisions', { door: 'carer', may: ['carer'] }),
]

/** The answers to second looks, in the same way; there is none before somebody answered. */
async function lookFile(context: Asked) {
  const from = await context.asActor(async (tx) => {
    const opened = await openSecondLook(tx, context.actor, context.params.id)
    const own = context.actor.personId === opened.person.id
    if (opened.look.answer === null || (own && opened.look.sentAt === null))
      throw new NotFound('letter')
    return { ...(await letterFrom(tx, context.actor, opened)), look: opened.look }
  })
  const of = from.assessment.reference ?? context.params.id
  const { format } = context.params
  return file(await documentFile(secondLookLetter(from), format, `second-look-${of}`))
}

export const lookLetters: readonly Page[] = [
  page({
    path: '/second-looks/:id/letter/:format',
    door: 'workspace',
    may: assessmentReaders,
    params,
    get: lookFile,
  }),
  page({
    path: '/my/second-looks/:id/letter/:format',
    door: 'carer',
    may: ['carer'],
    params,
    get: lookFile,
  }),
]
