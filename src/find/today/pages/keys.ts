import { workers } from '#platform/access/duties.ts'
import { choice } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, show, showAgain, type PageView } from '#platform/web/page.ts'
import { keysView } from './keys.view.ts'

const cookie = 'alongside-keys'
const year = 365 * 24 * 60 * 60

const keysForm = form({ keys: choice(['on', 'off'], 'Select whether the keys work') })

/** Which keys do what in the workspace, and the way to turn those of one character off (WCAG 2.1.4). */
export const keysPage = page({
  path: '/keys',
  door: 'workspace',
  may: workers,
  get: async ({ headers }) => {
    const isOff = new RegExp(`(?:^|; *)${cookie}=off`).test(String(headers['cookie'] ?? ''))
    return show(viewOf(freshForm({ keys: isOff ? 'off' : 'on' })))
  },
  post: async ({ body, config }) => {
    const read = keysForm.read(body)
    if (!read.ok) return showAgain(viewOf(read.error))
    const secure = config.url.startsWith('https:') ? '; Secure' : ''
    // The page's script reads it, so it is no secret to scripts; it holds one word.
    const set = `${cookie}=${read.value.keys}; Max-Age=${year}; Path=/; SameSite=Lax${secure}`
    return { kind: 'see', location: '/keys', setCookies: [set] }
  },
})

function viewOf(state: FormState): PageView {
  return { title: 'Keyboard shortcuts', main: keysView(state) }
}
