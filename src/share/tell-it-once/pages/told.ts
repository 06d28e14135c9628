import { z } from 'zod'
import { newId } from '#platform/lib/ids.ts'
import { page, show, showAgain, type PageView, type Reply } from '#platform/web/page.ts'
import { openForm } from '../told-forms.ts'
import { openToldLink, toldLinkOpens } from '../told.sql.ts'
import { hashOf } from '../token.ts'
import { whatIsShown } from '../what-is-shown.ts'
import { askWhoView, nothingHereView, toldView } from './told.view.ts'

const params = z.object({ token: z.string() })

/**
 * The public page behind a link. Seeing it counts nothing, so that a program which looks at links in
 * messages opens none; opening it does. Wrong, ended, run-out and used-up links are answered alike.
 */
export const toldPage = page({
  path: '/told/:token',
  door: 'public',
  may: 'anyone',
  params,
  get: async ({ params: { token }, asSystem, clock }) => {
    const of = { tokenHash: hashOf(token), at: clock.now() }
    const opens = await asSystem('is a link open', (tx) => toldLinkOpens(tx, of))
    return opens ? show(askWhoView()) : closed(nothingHereView())
  },
  post: async ({ params: { token }, body, asSystem, clock }) => {
    const read = openForm.read(body)
    const at = { tokenHash: hashOf(token), at: clock.now() }
    return asSystem('a link of a carer’s was opened', async (tx) => {
      if (!(await toldLinkOpens(tx, at))) return closed(nothingHereView())
      if (!read.ok) return showAgain(askWhoView(read.error))
      const opened = await openToldLink(tx, { ...at, openingId: newId(), who: read.value.who })
      if (opened === null) return closed(nothingHereView())
      return show(toldView(await whatIsShown(tx, { ...opened, today: clock.today() })))
    })
  },
})

const closed = (view: PageView): Reply => ({ kind: 'view', view, status: 404 })
