import { createHash } from 'node:crypto'
import { pdf } from '#platform/documents/pdf.ts'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'
import type { Context } from '#platform/web/page.ts'
import type { DataRequest, StepKind } from './data-rights.ts'
import { isKeptFromParent, listItems, requestWaits } from './items.sql.ts'
import { releaseDocument, releaseJson } from './release-document.ts'
import { whyNotReleased } from './release.rules.ts'
import { insertRelease, listReleases } from './releases.sql.ts'
import { closeRequest, getRequest, listRequestSteps, lockRequest } from './requests.sql.ts'
import { writeStep } from './take-step.ts'
import { whatGoesOut } from './what-goes-out.ts'

type By = Pick<Context, 'actor' | 'clock' | 'authority' | 'asActor' | 'asSystem'>
type Asked = { readonly requestId: string; readonly id: string; readonly how: string }

/**
 * Releases a request: makes the PDF and the JSON of what goes out, keeps both as they are, and closes
 * it. The house reads what goes out, because whoever hands it over may not read what was restricted
 * before the safeguarding lead let it out. The same form sent twice releases once.
 */
export async function release(context: By, of: Asked): Promise<Result<null, string>> {
  const before = await context.asActor((tx) => readiness(tx, of))
  if (before.released) return ok(null)
  if (before.refusal !== null) return refused(before.refusal)
  const made = await makeCopy(context, before.request)
  return context.asActor(async (tx) => {
    await lockRequest(tx, of.requestId)
    const now = await readiness(tx, of)
    if (now.released) return ok(null)
    if (now.refusal !== null || now.steps.length !== before.steps.length)
      return refused(now.refusal ?? 'Somebody worked on this request meanwhile. Look at it again')
    await keep(tx, context, of, made)
    return ok(null)
  })
}

async function readiness(tx: Tx, { requestId, id }: Asked) {
  const request = await getRequest(tx, requestId)
  const released = (await listReleases(tx, requestId)).some((each) => each.id === id)
  const steps = (await listRequestSteps(tx, requestId)).map(({ step }) => step as StepKind)
  const { kind, state } = request
  const waits = await requestWaits(tx, requestId)
  const keptFromParent = await isKeptFromParent(tx, requestId)
  const refusal = whyNotReleased({ kind, state, steps, waits, keptFromParent })
  return { request, released, steps, refusal }
}

async function makeCopy({ authority, clock, asSystem }: By, request: DataRequest) {
  const items = await asSystem('release of a data request', (tx) => listItems(tx, request.id))
  const told = whatGoesOut(items)
  const what = { request, told, authority, today: clock.today() }
  return {
    pdf: await pdf(releaseDocument(what)),
    json: releaseJson(what),
    items: told.length,
    withheld: items.length - told.length,
  }
}

async function keep(
  tx: Tx,
  { actor, clock }: By,
  of: Asked,
  made: Awaited<ReturnType<typeof makeCopy>>,
): Promise<void> {
  const { accountId, authorityId, displayName } = actor
  if (accountId === null) throw new Forbidden('A release is made by somebody')
  await insertRelease(tx, {
    authorityId,
    ...of,
    ...made,
    releasedAt: clock.now(),
    releasedBy: accountId,
    releasedByName: displayName,
    pdfChecksum: sha256(made.pdf),
    jsonChecksum: sha256(made.json),
  })
  const taken = { id: of.id, step: 'released', takenOn: clock.today(), words: of.how } as const
  await writeStep(tx, actor, { requestId: of.requestId, taken, at: clock.now() })
  await closeRequest(tx, { id: of.requestId, state: 'released', on: clock.today() })
}

const sha256 = (of: string | Buffer): string => createHash('sha256').update(of).digest('hex')
