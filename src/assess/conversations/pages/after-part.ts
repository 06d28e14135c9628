import type { Body } from '#platform/web/form.ts'
import { partsOf, type Conversation, type Part } from '../conversation.ts'

/** Where somebody goes after saving a part: the next page, the last of which is what was agreed. */
export function afterPart(
  { id, number }: Pick<Conversation, 'id' | 'number'>,
  part: Part,
  body: Body,
): string {
  const conversation = `/conversations/${id}`
  if (body['then'] === 'later') return conversation
  const parts = partsOf[number]
  const next = parts[parts.findIndex((each) => each.id === part.id) + 1]
  return next === undefined ? `${conversation}/agreed` : `${conversation}/parts/${next.id}`
}
