import type { Room } from '#platform/room.ts'
import { reviewClock, reviewPanel, reviewTimeline } from './on-the-record.ts'
import { askForReviewPage } from './pages/ask-for-review.ts'
import { beforeReviewPage } from './pages/before-review.ts'
import { lookAgainAskedPage } from './pages/look-again-asked.ts'
import { lookAgainPage } from './pages/look-again.ts'
import { reviewPage } from './pages/review.ts'
import { reviewsPage } from './pages/reviews.ts'
import { myReviewCopyPage, reviewCopyPage } from './pages/review-copy.ts'
import { sendReviewPage } from './pages/send-review.ts'
import { ownReviewsPanel } from './own-reviews.ts'
import { reviewsDue, reviewsEntry } from './today.ts'
import { waitsForReview } from './waiting.sql.ts'

/** Reviews of plans and of direct payments: on the list when due, held with the goals asked again. */
export const reviews: Room = {
  name: 'reviews',
  pages: [
    reviewsPage,
    reviewPage,
    reviewCopyPage,
    sendReviewPage,
    askForReviewPage,
    lookAgainPage,
    lookAgainAskedPage,
    beforeReviewPage,
    myReviewCopyPage,
  ],
  carerPanels: [ownReviewsPanel],
  recordPanels: [reviewPanel],
  timeline: [reviewTimeline],
  clock: [reviewClock],
  today: [reviewsDue],
  waiting: [waitsForReview],
  navigation: [reviewsEntry],
}
