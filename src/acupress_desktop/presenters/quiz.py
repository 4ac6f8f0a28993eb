"""The quiz: one question at a time, each answer written down before anything else happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.learning import NEW_PER_DAY, kind_due, next_point, side_due
from acupress_desktop.domain.learning_scope import LearningScope
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import PointReview, ReviewKind, ReviewRating
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.quiz import LocateQuestion, QuizMaster, QuizQuestion, QuizSite
from acupress_desktop.domain.review_schedule import ReviewScheduler
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Destination, ToAtlas, ToLearning
from acupress_desktop.presenters.learning_book import LearningBook
from acupress_desktop.presenters.learning_view import (
    AnswerView,
    OptionView,
    QuestionView,
    QuizEndView,
    QuizPictureView,
    QuizView,
    RatingView,
    SpotLook,
    SpotView,
)
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.words import how_to as how_to_words
from acupress_desktop.words import learning as words
from acupress_desktop.words import storage
from acupress_desktop.words.body import your_left, your_right

STEPS_SHOWN = 3
"""The first steps of the instructions; all of them stand on the point's page."""
USUAL = ReviewRating.GOOD
"""How a right answer is written down until the person says otherwise, so that leaving loses nothing."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """What was answered, and how it was kept. ``trouble`` is empty once it is on the disk."""

    chosen: QuizSite
    review: PointReview
    right: bool
    earlier: tuple[PointReview, ...]
    at: Moment
    trouble: str = ""


class QuizPresenter:
    """Presents the quiz; every intent returns the new view or where to go."""

    def __init__(
        self,
        book: LearningBook,
        scheduler: ReviewScheduler,
        settings: SettingsPort,
        chance: Random,
        next_key: Callable[[], RowId],
        scope: LearningScope,
        extra_new: int = 0,
    ) -> None:
        self._book = book
        self._scheduler = scheduler
        self._settings = settings
        self._next_key = next_key
        self._scope = scope
        self._extra_new = extra_new
        content = book.content
        self._master = QuizMaster(content.atlas, content.regions, content.album, chance)
        self._done = 0
        self._question: QuizQuestion | None = None
        self._answered: _Answered | None = None
        self._ask()

    # --- Intents

    def present(self) -> QuizView:
        """Show the question, its answer, or that nothing is left."""
        if self._question is None:
            return self._end()
        if self._answered is None:
            return self._asked(self._question)
        return self._told(self._question, self._answered)

    def choose(self, number: int) -> QuizView:
        """Answer with the offered answer ``number``, from 1; the answer is written down at once."""
        question = self._question
        if question is None or self._answered is not None:
            return self.present()
        offered = self._offered(question)
        if not 1 <= number <= len(offered):
            return self.present()
        chosen = offered[number - 1]
        right = chosen.point == question.site.point
        now = self._book.now()
        earlier = self._book.answers_to(question.site.point)
        kind = _kind(question)
        rating = USUAL if right else ReviewRating.AGAIN
        review = PointReview(self._next_key(), question.site.point, kind, rating, now)
        self._done += 1
        self._keep(_Answered(chosen, review, right, earlier, now))
        return self.present()

    def rate(self, rating: ReviewRating) -> QuizView:
        """Say how hard a right answer was; the answer that is written down is corrected."""
        answered = self._answered
        if answered is not None and answered.right:
            self._keep(replace(answered, review=replace(answered.review, rating=rating)))
        return self.present()

    def go_on(self) -> QuizView:
        """Ask the next question; an answer that could not be written is tried once more."""
        if self._answered is not None:
            if self._answered.trouble:
                self._keep(self._answered)
            self._ask()
        return self.present()

    def more(self) -> QuizView:
        """Let more new points begin than a day brings."""
        if self._question is None:
            self._extra_new += NEW_PER_DAY
            self._ask()
        return self.present()

    def open_card(self) -> Destination:
        """Open the point that was asked in the atlas."""
        if self._question is None:
            return ToAtlas()
        return ToAtlas(self._question.site.point, self._question.site.side)

    def leave(self) -> Destination:
        """Stop; every answer is in the journal already."""
        return ToLearning(self._scope)

    # --- Asking

    def _ask(self) -> None:
        last = None if self._question is None else self._question.site.point
        plan = self._book.plan(self._scope, self._extra_new)
        code = next_point(plan, self._book.memories, self._book.now(), last)
        self._answered = None
        self._question = None if code is None else self._question_about(code)

    def _question_about(self, code: PointCode) -> QuizQuestion | None:
        point = self._book.content.atlas[code]
        memory = self._book.memories.get(code)
        answers = 0 if memory is None else memory.answers
        site = QuizSite(code, side_due(point, answers))
        wanted = self._book.content.wanted(point)
        if kind_due(answers) is ReviewKind.LOCATE:
            return self._master.locate(site, wanted)
        return self._master.name(site, wanted)

    def _keep(self, answered: _Answered) -> None:
        try:
            self._book.keep(answered.review)
            self._answered = replace(answered, trouble="")
        except KnownTrouble as known:
            self._answered = replace(answered, trouble=storage.trouble_line(known.trouble))

    @staticmethod
    def _offered(question: QuizQuestion) -> tuple[QuizSite, ...]:
        if isinstance(question, LocateQuestion):
            return question.places
        return tuple(QuizSite(name, question.site.side) for name in question.names)

    def _left(self) -> int:
        plan = self._book.plan(self._scope, self._extra_new)
        return max(1, plan.count) if self._answered is None else plan.count

    # --- The question

    def _asked(self, question: QuizQuestion) -> QuestionView:
        content = self._book.content
        point = content.atlas[question.site.point]
        place = content.place(point, question.site.side)
        offered = self._offered(question)
        locating = isinstance(question, LocateQuestion)
        options = tuple(
            OptionView(str(number), *self._option(content.atlas[site.point], _kind(question)))
            for number, site in enumerate(offered, start=1)
        )
        return QuestionView(
            page=words.page(),
            close=words.close(),
            kind=_kind(question),
            eyebrow=words.eyebrow(_kind(question), self._done, self._left()),
            title=words.where_is(point.english) if locating else words.which_point(),
            lead=words.about_point(point.label, point.pinyin, question.site.side) if locating else "",
            study_only=_study_only(point),
            options_name=words.places_name() if locating else words.names_name(),
            options=options,
            picture=self._picture(question, self._spots_asked(question), place),
            keys=words.keys(len(offered)),
        )

    def _option(self, point: Point, kind: ReviewKind) -> tuple[str, str]:
        if kind is ReviewKind.LOCATE:
            return self._book.content.caption(point), ""
        return point.english, words.name_detail(point.label, point.pinyin)

    def _spots_asked(self, question: QuizQuestion) -> tuple[SpotView, ...]:
        content = self._book.content
        if isinstance(question, LocateQuestion):
            return tuple(
                SpotView(
                    number,
                    site.point,
                    site.side,
                    SpotLook.OFFERED,
                    words.place_number(number),
                    "",
                    words.place_spoken(number, content.caption(content.atlas[site.point])),
                )
                for number, site in enumerate(question.places, start=1)
            )
        caption = content.caption(content.atlas[question.site.point])
        site, name = question.site, words.marked_point()
        return (SpotView(1, site.point, site.side, SpotLook.ASKED, name, "", words.marked_spoken(caption)),)

    # --- The answer

    def _told(self, question: QuizQuestion, answered: _Answered) -> AnswerView:
        content = self._book.content
        point = content.atlas[question.site.point]
        how = content.how_to.get(point.code)
        steps = () if how is None else how.steps[:STEPS_SHOWN]
        place = content.place(point, question.site.side)
        due = self._scheduler.returns(answered.earlier, answered.at.utc)
        back = self._book.when(due[ReviewRating.AGAIN])
        kept = words.saved() if answered.right else words.wrong_comes_back(back)
        return AnswerView(
            page=words.page(),
            close=words.close(),
            eyebrow=words.eyebrow(_kind(question), self._done, self._left()),
            title=words.right_title() if answered.right else words.wrong_title(),
            lead=self._verdict(question, answered),
            study_only=_study_only(point),
            caption=content.caption(point),
            steps_heading=words.first_steps() if steps else "",
            steps=tuple(how_to_words.line(step) for step in steps),
            ratings_name=words.how_hard() if answered.right else "",
            ratings=tuple(
                RatingView(
                    rating,
                    str(number),
                    words.rating(rating),
                    words.rating_means(rating),
                    words.comes_back(self._book.when(due[rating])),
                    Choice.when(rating is answered.review.rating),
                )
                for number, rating in enumerate(ReviewRating, start=1)
            )
            if answered.right
            else (),
            kept="" if answered.trouble else kept,
            trouble=answered.trouble,
            whole_card=words.whole_card(),
            next=words.next_question(),
            picture=self._picture(question, self._spots_told(question, answered), place),
        )

    def _verdict(self, question: QuizQuestion, answered: _Answered) -> str:
        content = self._book.content
        point = content.atlas[question.site.point]
        named = words.named(point.english, point.label)
        told = words.right_place(named) if isinstance(question, LocateQuestion) else words.this_is(named)
        if answered.right:
            return told
        other = content.atlas[answered.chosen.point]
        chosen = words.named(other.english, other.label)
        if isinstance(question, LocateQuestion):
            number = question.places.index(answered.chosen) + 1
            return f"{words.you_chose_place(number, chosen)} {told}"
        return f"{words.you_chose_name(chosen)} {told}"

    def _spots_told(self, question: QuizQuestion, answered: _Answered) -> tuple[SpotView, ...]:
        sites = list(question.places) if isinstance(question, LocateQuestion) else [question.site]
        chosen = answered.chosen
        if chosen not in sites and self._lies_on(question, chosen):
            sites.append(chosen)
        spots = []
        for number, site in enumerate(sites, start=1):
            point = self._book.content.atlas[site.point]
            look = SpotLook.OTHER
            if site == question.site:
                look = SpotLook.RIGHT
            elif site == chosen:
                look = SpotLook.CHOSEN_WRONGLY
            spoken = words.spot_spoken(point.english, point.label, site.side)
            spots.append(SpotView(number, site.point, site.side, look, point.english, point.label, spoken))
        return tuple(spots)

    def _lies_on(self, question: QuizQuestion, site: QuizSite) -> bool:
        """Whether the picture of the question shows another site too."""
        album = self._book.content.album
        here = album.find(question.site.point, question.site.side, question.picture)
        there = album.find(site.point, site.side, question.picture)
        return (
            here is not None
            and there is not None
            and there.picture.id == here.picture.id
            and there.turn is here.turn
        )

    # --- Shared

    def _picture(self, question: QuizQuestion, spots: tuple[SpotView, ...], place: str) -> QuizPictureView:
        offered = sum(spot.look is SpotLook.OFFERED for spot in spots)
        return QuizPictureView(
            picture=question.picture,
            place=place,
            spots=spots,
            spoken=words.picture_spoken(place, offered) if offered else words.picture_of_one_spoken(place),
            your_left=your_left(),
            your_right=your_right(),
            turned=self._settings.recall_settings().body_view,
        )

    def _end(self) -> QuizEndView:
        when = self._book.next_return(self._scope)
        unasked = min(NEW_PER_DAY, self._book.unasked(self._scope))
        lines = (words.done_count(self._done), words.what_later(when) if when else "")
        return QuizEndView(
            page=words.page(),
            close=words.close(),
            title=words.done_title(),
            lines=tuple(line for line in lines if line),
            more=ActView(words.more_new(unasked)) if unasked else None,
            back=words.back_to_start(),
        )


def _kind(question: QuizQuestion) -> ReviewKind:
    return ReviewKind.LOCATE if isinstance(question, LocateQuestion) else ReviewKind.NAME


def _study_only(point: Point) -> str:
    return words.study_only() if point.pressability is Pressability.NEVER else ""
