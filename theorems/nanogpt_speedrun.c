/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
# The NanoGPT speedrun

«Ускорение обучения NanoGPT - 125M»: who trains a model of 124M parameters to a
validation loss of 3.28 on 8 H100 GPUs in the least time? And «Работают ли
трюки, если увеличить размер модели?» The lecture's pictures are drawn here from
the public table of records and the public logs, and what they say is read off
the numbers, with a proof where something is concluded.

## Records

@figure nanogpt_speedrun The first 21 records of the speedrun, and what was new
    in each

Records fall, of course, as long as they are measured by one clock. Its rules
changed after record 21, and record 22 is the slower one, though it was set four
months later. So there are two races: from 45 minutes to 2.93, in eight months,
and from 2.99 minutes to 1.23, in fourteen. (The table has no record 45.)
*/
/**ru 2684570941
# NanoGPT на скорость

«Ускорение обучения NanoGPT - 125M»: кто за наименьшее время обучит модель из
124 млн параметров на 8 H100 до потерь 3,28 на валидации? И «Работают ли
трюки, если увеличить размер модели?» Картинки лекции нарисованы здесь по
открытой таблице рекордов и открытым журналам обучения, а то, что они говорят,
прочитано по числам, с доказательством там, где из них делается вывод.

## Рекорды

@figure nanogpt_speedrun Первые рекорды, с 1-го по 21-й, и что нового было в
    каждом

Рекорды, разумеется, улучшаются, пока их измеряют одними часами. После рекорда
21 правила сменились, и рекорд 22 медленнее, хотя поставлен четырьмя месяцами
позже. Так что гонок две: от 45 минут до 2,93 за восемь месяцев и от 2,99
минуты до 1,23 за четырнадцать. (Рекорда 45 в таблице нет.)
*/
#include "../verify/ledger/table.h"
#include "theorem.h"

static const double days_in_a_month = 365.2425 / 12;

enum { RECORDS = 128 };
struct records {
    size_t count;
    double number[RECORDS], minutes[RECORDS], day[RECORDS];
};
static struct records records_of(const struct table *t) {
    struct records r = {.count = table_rows(t)};
    if (r.count > RECORDS) table_refuse(t, RECORDS, 0, "is a record too many");
    for (size_t i = 0; i < r.count; i++) {
        r.number[i] = table_number(t, i, 0);
        r.minutes[i] = table_number(t, i, 1);
        r.day[i] = table_days(t, i, 2);
        if (!(r.minutes[i] > 0)) table_refuse(t, i, 1, "is no time");
        if (i && !(r.number[i] > r.number[i - 1]))
            table_refuse(t, i, 0, "is not above the record before");
    }
    return r;
}
static struct table *read_table(void) {
    return table_read("nanogpt_speedrun_records.csv",
                      "record,minutes,date,change");
}
static struct records read_records(void) {
    struct table *t = read_table();
    struct records r = records_of(t);
    table_free(t);
    return r;
}
/* Records from one number to another. */
struct era {
    const char *name;
    size_t first, last;
};
static const struct era before = {"records 1-21", 1, 21},
                        since = {"records 22-89", 22, 89},
                        change = {"records 21-22", 21, 22},
                        all = {"records 1-89", 1, 89};
static bool within(const struct records *r, size_t i, const struct era *era) {
    return r->number[i] >= (double)era->first &&
           r->number[i] <= (double)era->last;
}

HYPOTHESIS(one_clock, "all records are measured by the same rules",
           "все рекорды измерены по одним правилам", NULL);
HYPOTHESIS(one_rate, "times fall at one rate",
           "времена убывают с одной скоростью", NULL);
HYPOTHESIS(falling, "a loss that has come below a level stays there",
           "потери, опустившись до уровня, выше уже не поднимаются", NULL);
HYPOTHESIS(by_tokens, "what is counted are tokens", "считаются токены", NULL);
HYPOTHESIS(to_the_end, "the level is the final loss",
           "уровень — это конечные потери", NULL);
static const struct hypothesis *const hypotheses[] = {
    one_clock, one_rate, falling, by_tokens, to_the_end};

/* Each record is below the one before: at most the next number under that. */
static void falls(struct inquiry *q) {
    const struct era *era = q->with;
    struct records r = read_records();
    for (size_t i = 1; i < r.count; i++)
        if (within(&r, i - 1, era) && within(&r, i, era))
            inquiry_exact(q, era->name, "minutes", (size_t)r.number[i],
                          r.minutes[i], 0, AT_MOST,
                          nextafter(r.minutes[i - 1], 0));
}
static void dates(struct inquiry *q) {
    struct records r = read_records();
    for (size_t i = 1; i < r.count; i++)
        inquiry_exact(q, all.name, "date", (size_t)r.number[i],
                      r.day[i] - r.day[0], 0, AT_LEAST,
                      r.day[i - 1] - r.day[0]);
}
static void missing(struct inquiry *q) {
    struct records r = read_records();
    for (size_t i = 1; i < r.count; i++)
        inquiry_exact(q, all.name, "number", (size_t)r.number[i],
                      r.number[i] - r.number[i - 1], 0, EQUAL,
                      r.number[i] > 45 && r.number[i - 1] < 45 ? 2 : 1);
}
CLAIM(records_fall, SHARPNESS, COMPUTE(falls, &before),
      "Each of the first 21 records is below the one before ...",
      "Каждый из первых рекордов, до 21-го, меньше предыдущего ...");
CLAIM(records_fall_since, SHARPNESS, COMPUTE(falls, &since),
      "... and each of those after record 22.",
      "... и каждый из рекордов после 22-го.");
CLAIM(control_records_fall_throughout, CONTROL,
      DROPS(one_clock, COMPUTE(falls, &change)),
      "Record 22 is below record 21.", "Рекорд 22 меньше рекорда 21.");
CLAIM(dates_are_in_order, SHARPNESS, COMPUTE(dates),
      "No record is of an earlier day than the one before.",
      "Ни один рекорд не датирован раньше предыдущего.");
CLAIM(no_record_45, IDENTITY, COMPUTE(missing),
      "Numbers go up by one, but for 45, which is missing.",
      "Номера идут подряд, кроме номера 45, которого нет.");
/**
## One rate?

Draw the logarithms $y_i=\ln m_i$ of the minutes over the months $t_i$. Times
that fall by the same share every month lie on a line. **Line 1. Least
squares.** With means $\bar t$ and $\bar y$ the line of
$$b=\frac{\sum_i(t_i-\bar t)(y_i-\bar y)}{\sum_i(t_i-\bar t)^2},\qquad a=\bar y-b\,\bar t$$
leaves residuals that are orthogonal to $1$ and to $t$. Any other line's differ
from them by a combination of these, so by Pythagoras
$$\sum_i(y_i-a'-b't_i)^2=\sum_i(y_i-a-bt_i)^2+\sum_i\bigl((a'-a)+(b'-b)t_i\bigr)^2. \tag{1}$$
*/
/**ru 1216639562
## Одна скорость?

Отложим по времени $t_i$ в месяцах логарифмы $y_i=\ln m_i$ числа минут.
Времена, убывающие каждый месяц на одну и ту же долю, лежат на прямой.
**Строка 1. Наименьшие квадраты.** Если $\bar t$ и $\bar y$ — средние, прямая
с коэффициентами
$$b=\frac{\sum_i(t_i-\bar t)(y_i-\bar y)}{\sum_i(t_i-\bar t)^2},\qquad a=\bar y-b\,\bar t$$
оставляет невязки, ортогональные $1$ и $t$. Невязки любой другой прямой
отличаются от них линейной комбинацией этих двух векторов, так что по теореме
Пифагора
$$\sum_i(y_i-a'-b't_i)^2=\sum_i(y_i-a-bt_i)^2+\sum_i\bigl((a'-a)+(b'-b)t_i\bigr)^2. \tag{1}$$
*/
struct points {
    size_t count;
    double t[RECORDS], y[RECORDS];
};
static struct points points_of(const struct era *era) {
    struct records r = read_records();
    struct points p = {0};
    double day_0 = NAN;
    for (size_t i = 0; i < r.count; i++)
        if (within(&r, i, era)) {
            if (!p.count) day_0 = r.day[i];
            p.t[p.count] = (r.day[i] - day_0) / days_in_a_month;
            p.y[p.count++] = log(r.minutes[i]);
        }
    return p;
}
struct line {
    double a, b;
};
static double residual(const struct points *p, struct line l, size_t i) {
    return p->y[i] - l.a - l.b * p->t[i];
}
static double mean_of(const double *x, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) sum += x[i];
    return sum / (double)count;
}
static struct line fitted_line(const struct points *p) {
    double t = mean_of(p->t, p->count), y = mean_of(p->y, p->count);
    double above = 0, below = 0;
    for (size_t i = 0; i < p->count; i++) {
        above += (p->t[i] - t) * (p->y[i] - y);
        below += (p->t[i] - t) * (p->t[i] - t);
    }
    return (struct line){y - above / below * t, above / below};
}
static double squares(const struct points *p, struct line l) {
    double sum = 0;
    for (size_t i = 0; i < p->count; i++)
        sum += residual(p, l, i) * residual(p, l, i);
    return sum;
}
/* Sums of at most 4000 terms below 100. */
static const double rounding = 1e-12;

/* Other lines: k = 0, ..., 8 have half to one and a half times the slope. */
enum { LINES = 9 };
static struct line turned(struct line l, size_t k) {
    return (struct line){l.a + 0.02 * (double)k, l.b * (4 + (double)k) / 8};
}
static void pythagoras(struct inquiry *q) {
    static const struct era *const eras[] = {&before, &since};
    for (size_t e = 0; e < 2; e++) {
        struct points p = points_of(eras[e]);
        struct line l = fitted_line(&p);
        for (size_t k = 0; k < LINES; k++) {
            struct line other = turned(l, k);
            double apart = 0;
            for (size_t i = 0; i < p.count; i++)
                apart += pow(other.a - l.a + (other.b - l.b) * p.t[i], 2);
            double right = squares(&p, l) + apart;
            inquiry_exact(q, eras[e]->name, "least squares", k,
                          squares(&p, other), rounding * (1 + right), EQUAL,
                          right);
        }
    }
}
CLAIM(line_1_pythagoras, PROOF_LINE, COMPUTE(pythagoras),
      "Equation (1) for nine lines $k$.",
      "Равенство (1) для девяти прямых $k$.");
/**
**Line 2. The slope is a mean of slopes** of all pairs, weighted by the squares
of their distances in time: a month apart counts 900 times as much as a day.
$$b=\frac{\sum_{i<j}(t_j-t_i)(y_j-y_i)}{\sum_{i<j}(t_j-t_i)^2}, \tag{2}$$
since $\sum_{i<j}(t_j-t_i)(y_j-y_i)=N\sum_i(t_i-\bar t)(y_i-\bar y)$ for $N$
points.
*/
/**ru 3541335524
**Строка 2. Наклон — среднее наклонов** по всем парам, взвешенных квадратами
расстояний во времени: пара на расстоянии месяца весит в 900 раз больше, чем
на расстоянии дня.
$$b=\frac{\sum_{i<j}(t_j-t_i)(y_j-y_i)}{\sum_{i<j}(t_j-t_i)^2}, \tag{2}$$
так как $\sum_{i<j}(t_j-t_i)(y_j-y_i)=N\sum_i(t_i-\bar t)(y_i-\bar y)$ для $N$
точек.
*/
static double slope_of_pairs(const struct points *p) {
    double above = 0, below = 0;
    for (size_t j = 0; j < p->count; j++)
        for (size_t i = 0; i < j; i++) {
            above += (p->t[j] - p->t[i]) * (p->y[j] - p->y[i]);
            below += (p->t[j] - p->t[i]) * (p->t[j] - p->t[i]);
        }
    return above / below;
}
static const struct era picture = {"records 3-12", 3, 12},
                        last_of_before = {"records 13-21", 13, 21};
static const struct era *const all_eras[] = {&before, &picture, &last_of_before,
                                             &since};
static void slopes(struct inquiry *q) {
    for (size_t e = 0; e < COUNT(all_eras); e++) {
        struct points p = points_of(all_eras[e]);
        inquiry_exact(q, all_eras[e]->name, "least squares", p.count,
                      fitted_line(&p).b, rounding, EQUAL, slope_of_pairs(&p));
    }
}
CLAIM(line_2_mean_of_slopes, PROOF_LINE, COMPUTE(slopes), "Equation (2).",
      "Равенство (2).");
/**
In the first race the fitted times fall by 32 % a month, in the second by 8 %.
But the first is two races itself: the ten records 3 to 12, within seven
weeks from the coming of Muon, fall at a rate of 62 % a month, the nine that follow of
20 %.
*/
/**ru 1874688
В первой гонке времена по подобранной прямой убывают на 32 % в месяц, во
второй на 8 %. Но первая сама состоит из двух: десять рекордов с 3-го по 12-й,
за семь недель с появления Muon, падают на 62 % в месяц, девять следующих — на
20 %.
*/
static void rates(struct inquiry *q) {
    static const double percent[] = {32, 62, 20, 8};
    for (size_t e = 0; e < COUNT(all_eras); e++) {
        struct points p = points_of(all_eras[e]);
        double fall = 100 * -expm1(fitted_line(&p).b);
        inquiry_exact(q, all_eras[e]->name, "percent a month", p.count,
                      round(fall), 0, EQUAL, percent[e]);
    }
}
CLAIM(rates_in_percent, IDENTITY, COMPUTE(rates),
      "The fitted rates of records 1 to 21, 3 to 12, 13 to 21 and 22 to 89, "
      "rounded to a percent.",
      "Скорости по подобранным прямым для рекордов с 1-го по 21-й, с 3-го по "
      "12-й, с 13-го по 21-й и с 22-го по 89-й, округлённые до процента.");
/**
**Line 3. How wrong must one rate be?** Of three points $t_1\le t_2\le t_3$,
$t_1<t_3$, let $\lambda=\frac{t_3-t_2}{t_3-t_1}$ and
$$d=y_2-\lambda y_1-(1-\lambda)y_3,$$
the height of the one in the middle over the chord of the others. On a line $d$
is 0, so any line's errors satisfy $e_2-\lambda e_1-(1-\lambda)e_3=d$, and the
coefficients' sizes add up to 2. Therefore
$$\max_i|y_i-a-bt_i|\ge E=\max_{\text{triples}}\tfrac12|d|. \tag{3}$$
The chord of the triple with the largest $|d|$, moved half-way to the point in
the middle, attains it (Chebyshev; de la Vallée-Poussin).

A law of one rate misses some record of the first race by a factor of
$e^E=1.75$, whatever the law; in the second race it is 1.12.
*/
/**ru 1321992326
**Строка 3. Насколько одна скорость неизбежно ошибается?** Для трёх точек
$t_1\le t_2\le t_3$, $t_1<t_3$, пусть $\lambda=\frac{t_3-t_2}{t_3-t_1}$ и
$$d=y_2-\lambda y_1-(1-\lambda)y_3,$$
то есть высота средней из них над хордой двух других. На прямой $d$ равно 0,
так что ошибки любой прямой удовлетворяют равенству $e_2-\lambda
e_1-(1-\lambda)e_3=d$, а модули его коэффициентов в сумме дают 2. Поэтому
$$\max_i|y_i-a-bt_i|\ge E=\max_{\text{тройки}}\tfrac12|d|. \tag{3}$$
Равенства достигает хорда той тройки, у которой $|d|$ наибольшее, сдвинутая на
полпути к средней точке (Чебышёв; Валле-Пуссен).

Закон с одной скоростью, каков бы он ни был, ошибается на каком-то из рекордов
первой гонки в $e^E=1.75$ раза; во второй гонке этот множитель равен 1,12.
*/
struct best {
    double E;
    struct line line;
};
static struct best chebyshev(const struct points *p) {
    struct best best = {.E = -1};
    for (size_t k = 0; k < p->count; k++)
        for (size_t j = 0; j < k; j++)
            for (size_t i = 0; i < j; i++) {
                if (p->t[i] == p->t[k]) continue;
                double slope = (p->y[k] - p->y[i]) / (p->t[k] - p->t[i]);
                double d = p->y[j] - p->y[i] - slope * (p->t[j] - p->t[i]);
                if (fabs(d) / 2 <= best.E) continue;
                best.E = fabs(d) / 2;
                best.line =
                    (struct line){p->y[i] - slope * p->t[i] + d / 2, slope};
            }
    return best;
}
static double largest(const struct points *p, struct line l) {
    double most = 0;
    for (size_t i = 0; i < p->count; i++)
        most = larger(most, fabs(residual(p, l, i)));
    return most;
}
/* Seen from their end: E is the same. */
static struct points backwards(const struct points *p) {
    struct points b = {.count = p->count};
    for (size_t i = 0; i < p->count; i++) {
        b.t[i] = -p->t[p->count - 1 - i];
        b.y[i] = p->y[p->count - 1 - i];
    }
    return b;
}
static void largest_errors(struct inquiry *q) {
    static const struct era *const eras[] = {&before, &since};
    const double *times = q->with;
    for (size_t e = 0; e < 2; e++) {
        struct points p = points_of(eras[e]), back = backwards(&p);
        struct best best = chebyshev(&p);
        struct line fitted = fitted_line(&p);
        if (!(fabs(chebyshev(&back).E - best.E) <= rounding))
            q->trouble = "E depends on which end comes first";
        for (size_t k = 0; k <= LINES; k++)
            inquiry_exact(
                q, eras[e]->name, "line", k + 1,
                largest(&p, k < LINES ? turned(fitted, k) : best.line),
                rounding, AT_LEAST, *times * best.E);
    }
}
static void factors(struct inquiry *q) {
    static const struct era *const eras[] = {&before, &since};
    static const double factor[] = {1.75, 1.12};
    for (size_t e = 0; e < 2; e++) {
        struct points p = points_of(eras[e]);
        inquiry_exact(q, eras[e]->name, "factor", p.count,
                      round(100 * exp(chebyshev(&p).E)) / 100, 0, EQUAL,
                      factor[e]);
    }
}
static void within_a_factor(struct inquiry *q) {
    const struct era *era = q->with;
    struct points p = points_of(era);
    inquiry_exact(q, era->name, "factor", p.count,
                  exp(largest(&p, chebyshev(&p).line)), rounding, AT_MOST,
                  1.12);
}
CLAIM(line_3_any_line, BOUND, COMPUTE(largest_errors, &(const double){1}),
      "Inequality (3) for nine lines, and the tenth attains it.",
      "Неравенство (3) для девяти прямых, десятая его достигает.");
CLAIM(control_any_line_at_1_05, CONTROL,
      COMPUTE(largest_errors, &(const double){1.05}), "1.05 of it.",
      "Его правая часть, умноженная на 1,05.");
CLAIM(factors_of_one_rate, IDENTITY, COMPUTE(factors),
      "$e^E$, to a hundredth, of the first race and of the second.",
      "$e^E$ с точностью до сотой для первой гонки и для второй.");
CLAIM(one_rate_since, SHARPNESS, COMPUTE(within_a_factor, &since),
      "One rate meets all times of the second race to within a factor of 1.12 "
      "...",
      "Одна скорость описывает все времена второй гонки с точностью до "
      "множителя 1,12 ...");
CLAIM(control_one_rate_before, CONTROL,
      DROPS(one_rate, COMPUTE(within_a_factor, &before)),
      "... and of the first.", "... и первой тоже.");
/**
@figure rates All records, and the line of least squares of each race

## Tokens to a loss

> Работают ли трюки, если увеличить размер модели?

A log has the validation loss at some counts of tokens $x_0<x_1<\dots$ and
nothing in between. **Line 4. A bracket.** Let $\ell_j$ be the first logged loss
that is at most $L$. A loss that is never above $L$ again, once it has come to
$L$, comes there after $x_{j-1}$ tokens, where it is above, and not later than
after $x_j$:
$$x_{j-1}<x(L)\le x_j. \tag{4}$$
It is all that is known, and all that is used here: nothing is interpolated. Of
two such numbers the quotient has the bracket
$$\frac{x_{j-1}}{x'_{i}}<\frac{x(L)}{x'(L)}<\frac{x_j}{x'_{i-1}}. \tag{5}$$
Losses are not monotone on the way: AdamW's at 1.5B passes some levels more than
once. The final loss of a run is not among them.
*/
/**ru 107358889
@figure rates Все рекорды и прямая наименьших квадратов для каждой гонки

## Токены до заданных потерь

> Работают ли трюки, если увеличить размер модели?

В журнале есть потери на валидации при некоторых числах токенов
$x_0<x_1<\dots$ и ничего между ними. **Строка 4. Вилка.** Пусть $\ell_j$ —
первые записанные потери, не превосходящие $L$. Если потери, дойдя до $L$,
больше никогда не поднимаются выше $L$, то доходят они до этого уровня после
$x_{j-1}$ токенов, где они ещё выше, и не позже чем после $x_j$:
$$x_{j-1}<x(L)\le x_j. \tag{4}$$
Это всё, что известно, и всё, что здесь используется: интерполяции нет.
Отношение двух таких чисел лежит в вилке
$$\frac{x_{j-1}}{x'_{i}}<\frac{x(L)}{x'(L)}<\frac{x_j}{x'_{i-1}}. \tag{5}$$
По дороге потери не монотонны: у AdamW при 1,5 млрд параметров они проходят
некоторые уровни больше одного раза. Конечных потерь запуска среди этих
уровней нет.
*/
enum { LOGGED_MAX = 256 };
struct logged {
    size_t count;
    double tokens[LOGGED_MAX], loss[LOGGED_MAX], seconds[LOGGED_MAX];
};
static struct logged read_log(const char *run) {
    struct logged c = {0};
    struct table *t =
        table_read("nanogpt_loss_curves.csv",
                   "run,parameters,tokens,validation_loss,seconds");
    for (size_t row = 0; row < table_rows(t); row++) {
        if (strcmp(table_text(t, row, 0), run) != 0) continue;
        size_t i = c.count++;
        if (i == LOGGED_MAX) table_refuse(t, row, 0, "has a line too many");
        c.tokens[i] = table_number(t, row, 2);
        c.loss[i] = table_number(t, row, 3);
        c.seconds[i] = *table_text(t, row, 4) ? table_number(t, row, 4) : NAN;
        if (i && !(c.tokens[i] > c.tokens[i - 1]))
            table_refuse(t, row, 2, "is not above the line before");
    }
    table_free(t);
    if (!c.count) fail("nanogpt_loss_curves.csv has no line of '%s'", run);
    return c;
}
static const char baseline[] = "llm.c baseline", adamw[] = "AdamW tuned",
                  soap[] = "SOAP", muon[] = "Muon",
                  large_adamw[] = "speedrun with AdamW",
                  large_muon[] = "speedrun with Muon";
static const char *const runs[] = {baseline, adamw,       soap,
                                   muon,     large_adamw, large_muon};

/* The first logged loss that is at most L; `count`: none is. */
static size_t first_at(const struct logged *c, double L) {
    size_t i = 0;
    while (i < c->count && c->loss[i] > L) i++;
    return i;
}
static double final_loss(const struct logged *c) {
    return c->loss[c->count - 1];
}
/* Where L is first met; seconds in place of tokens, if so asked. */
static struct interval bracket(const struct logged *c, double L, bool seconds) {
    size_t j = first_at(c, L);
    if (j == 0 || j == c->count) return (struct interval){NAN, NAN};
    const double *x = seconds ? c->seconds : c->tokens;
    return (struct interval){x[j - 1], x[j]};
}
static struct interval quotient(struct interval a, struct interval b) {
    return (struct interval){a.lower / b.upper, a.upper / b.lower};
}

/* The largest loss after the first that is at most L; NaN: there is none. */
static double afterwards(const struct logged *c, double L) {
    size_t first = first_at(c, L);
    double most = first < c->count ? c->loss[first] : NAN;
    for (size_t i = first; i < c->count; i++) most = larger(most, c->loss[i]);
    return most;
}
static const double target = 3.28;
static void stay(struct inquiry *q) {
    struct logged large = read_log(large_adamw);
    for (size_t r = 0; r < COUNT(runs); r++) {
        struct logged c = read_log(runs[r]);
        double L = r < 4 ? target : final_loss(&large);
        inquiry_exact(q, runs[r], "loss", c.count, afterwards(&c, L), 0,
                      AT_MOST, L);
    }
}
static void stay_anywhere(struct inquiry *q) {
    struct logged c = read_log(large_adamw);
    for (size_t i = 1; i < c.count; i++)
        inquiry_exact(q, large_adamw, "loss", i, afterwards(&c, c.loss[i]), 0,
                      AT_MOST, c.loss[i]);
}
CLAIM(line_4_levels_are_met_once, PROOF_LINE, COMPUTE(stay),
      "No logged loss after the first at 3.28 (124M), or at AdamW's final loss "
      "(1.5B), is above that.",
      "После первых потерь на уровне 3,28 (124 млн) или на уровне конечных "
      "потерь AdamW (1,5 млрд) ни одни записанные потери не выше этого "
      "уровня.");
CLAIM(control_levels_met_again, CONTROL,
      DROPS(falling, SOMEWHERE(COMPUTE(stay_anywhere))),
      "The same for every logged loss of AdamW at 1.5B.",
      "То же для каждого из записанных значений потерь AdamW при 1,5 млрд "
      "параметров.");
/**
### 1.5B parameters

@figure nanogpt_speedrun_scale The speedrun scaled up to 1.5B parameters, with
    AdamW and with Muon

Yes: at equal tokens Muon's loss is below AdamW's at each of the 163 logged
points after the start, and it reaches the loss that AdamW ends with after 88 %
of AdamW's tokens, or 89 % of its time (its steps take 1 % longer). $k$ counts
steps of $480\cdot1024$ tokens.
*/
/**ru 2292681518
### 1,5 млрд параметров

@figure nanogpt_speedrun_scale То же соревнование при 1,5 млрд параметров, с
    AdamW и с Muon

Да, работают: при равном числе токенов потери Muon ниже, чем у AdamW, в каждой
из 163 записанных точек после начальной, и до потерь, которыми заканчивает
AdamW, он доходит за 88 % его токенов, или за 89 % его времени (шаги Muon на 1 %
дольше). $k$ считает шаги по $480\cdot1024$ токенов.
*/
static void below_at_equal_tokens(struct inquiry *q) {
    struct logged a = read_log(large_adamw), m = read_log(large_muon);
    for (size_t i = 1; i < a.count && i < m.count; i++)
        if (a.tokens[i] == m.tokens[i])
            inquiry_exact(q, large_muon, "loss",
                          (size_t)(a.tokens[i] / 480 / 1024), m.loss[i], 0,
                          AT_MOST, a.loss[i]);
    inquiry_exact(q, large_muon, "points", a.count, (double)q->count, 0, EQUAL,
                  163);
}
/* Both ends of an interval between two numbers. */
static void put_between(struct inquiry *q, const char *run, const char *what,
                        size_t k, struct interval x, double low, double high) {
    inquiry_exact(q, run, what, k, x.lower, 1e-15, AT_LEAST, low);
    inquiry_which(q, q->count - 1, "after more than");
    inquiry_exact(q, run, what, k, x.upper, 1e-15, AT_MOST, high);
    inquiry_which(q, q->count - 1, "after at most");
}
/* Of Muon at AdamW's final loss, relative to all of AdamW's run. */
static struct interval saved(bool seconds) {
    struct logged a = read_log(large_adamw), m = read_log(large_muon);
    struct interval x = bracket(&m, final_loss(&a), seconds);
    double whole_run = (seconds ? a.seconds : a.tokens)[a.count - 1];
    return (struct interval){x.lower / whole_run, x.upper / whole_run};
}
static void large_tokens(struct inquiry *q) {
    put_between(q, large_muon, "tokens", 1, saved(false), 0.878, 0.885);
}
static void large_time(struct inquiry *q) {
    put_between(q, large_muon, "seconds", 1, saved(true), 0.886, 0.893);
}
CLAIM(muon_below_adamw, SHARPNESS, COMPUTE(below_at_equal_tokens),
      "At 1.5B parameters Muon's loss is at most AdamW's after equal tokens.",
      "При 1,5 млрд параметров потери Muon не больше, чем у AdamW, при "
      "равном числе токенов.");
CLAIM(tokens_at_1_5B, SHARPNESS, COMPUTE(large_tokens),
      "Muon reaches AdamW's final loss at 1.5B with between 11.5 and 12.2 % of "
      "the tokens fewer.",
      "При 1,5 млрд параметров Muon доходит до конечных потерь AdamW, "
      "потратив на 11,5–12,2 % меньше токенов.");
CLAIM(time_at_1_5B, SHARPNESS, COMPUTE(large_time),
      "In time it is between 10.7 and 11.4 % less.",
      "По времени — на 10,7–11,4 % меньше.");
/**
Half-way it looks like more. AdamW's loss after half of its tokens is Muon's
after three quarters of these. But both runs let their step fall towards the
end, which lowers the loss of whoever does it, so what is read off in the middle
is not what is saved in the end.
*/
/**ru 1961046804
На полпути выигрыш кажется больше. Потери AdamW после половины его токенов —
это потери Muon после трёх четвертей от этой половины. Но оба запуска к концу
уменьшают шаг, что снижает потери тому, кто это делает, поэтому прочитанное в
середине — не то, что сэкономлено в конце.
*/
static void half_way(struct inquiry *q) {
    const double *most = q->with;
    struct logged a = read_log(large_adamw), m = read_log(large_muon);
    size_t i = (a.count - 1) / 2;
    struct interval x = bracket(&m, a.loss[i], false);
    inquiry_exact(q, large_muon, "tokens", i, x.upper / a.tokens[i], 1e-15,
                  AT_MOST, *most);
}
static void in_the_end(struct inquiry *q) {
    const double *most = q->with;
    struct interval x = saved(false);
    inquiry_exact(q, large_muon, "tokens", 1, x.lower, 1e-15, AT_MOST, *most);
}
static const double three_quarters = 0.741;
CLAIM(half_way_at_1_5B, SHARPNESS, COMPUTE(half_way, &three_quarters),
      "Muon reaches the loss that AdamW has after half of its tokens with at "
      "most 74.1 % of these.",
      "До потерь, которые у AdamW после половины токенов, Muon доходит не "
      "более чем за 74,1 % этой половины.");
CLAIM(control_final_loss_with_as_few, CONTROL,
      DROPS(to_the_end, COMPUTE(in_the_end, &three_quarters)),
      "It reaches the final loss with at most 74.1 %.",
      "До конечных потерь он доходит не более чем за 74,1 %.");
/**
### 124M parameters

@figure nanogpt_speedrun81w Optimisers by tokens, 124M parameters

@figure nanogpt_speedrun82w Optimisers by time, 124M parameters

Here there are four runs, each made to come to 3.28 soon, with its own length
and schedule. The logs of the baseline and of AdamW have no times, and what else
the slides' pictures show is not public. To a loss of 3.28 Muon needs 65 to 66 %
of the tokens of the tuned AdamW, and 36 % of llm.c's baseline.
*/
/**ru 4105534756
### 124 млн параметров

@figure nanogpt_speedrun81w Методы по числу токенов, 124 млн параметров

@figure nanogpt_speedrun82w Методы по времени, 124 млн параметров

Здесь запусков четыре, каждый устроен так, чтобы скорее прийти к 3,28, со
своей длиной и своим расписанием шагов. В журналах базовой версии и AdamW
времени нет, а остальное, что показано на картинках слайдов, не опубликовано.
До потерь 3,28 Muon нужно от 65 до 66 % токенов настроенного AdamW и 36 %
токенов базовой версии llm.c.
*/
static const struct comparison {
    const char *run, *other;
    bool seconds;
    double low, high;
} muon_and_adamw = {muon, adamw, false, 0.646, 0.664},
  muon_and_baseline = {muon, baseline, false, 0.355, 0.365},
  soap_and_muon = {soap, muon, false, 0.947, 0.98},
  soap_and_muon_in_time = {soap, muon, true, 1.59, 1.65};
static void to_target(struct inquiry *q) {
    const struct comparison *c = q->with;
    struct logged run = read_log(c->run), other = read_log(c->other);
    struct interval x = quotient(bracket(&run, target, c->seconds),
                                 bracket(&other, target, c->seconds));
    put_between(q, c->run, c->other, 1, x, c->low, c->high);
}
CLAIM(muon_against_adamw, SHARPNESS, COMPUTE(to_target, &muon_and_adamw),
      "Muon comes to 3.28 with between 64.6 and 66.4 % of AdamW's tokens.",
      "Muon приходит к 3,28 за 64,6–66,4 % токенов AdamW.");
CLAIM(muon_against_the_baseline, SHARPNESS,
      COMPUTE(to_target, &muon_and_baseline),
      "With between 35.5 and 36.5 % of the baseline's.",
      "И за 35,5–36,5 % токенов базовой версии.");
/**
**By tokens or by time?** SOAP needs fewer tokens than Muon, 2 to 5 %, but its
steps are dearer, and it needs 59 to 65 % more time. Who is ahead depends on what
is counted: the pictures by tokens and by time have another order.
*/
/**ru 981026012
**По токенам или по времени?** SOAP нужно меньше токенов, чем Muon, на 2–5 %,
но его шаги дороже, и времени ему нужно на 59–65 % больше. Кто впереди,
зависит от того, что считать: на картинках по токенам и по времени порядок
разный.
*/
static void soap_first(struct inquiry *q) {
    const struct comparison *c = q->with;
    struct logged run = read_log(c->run), other = read_log(c->other);
    struct interval x = quotient(bracket(&run, target, c->seconds),
                                 bracket(&other, target, c->seconds));
    inquiry_exact(q, c->run, c->other, 1, x.lower, 1e-15, AT_MOST, 1);
}
CLAIM(soap_against_muon, SHARPNESS, COMPUTE(to_target, &soap_and_muon),
      "SOAP comes to 3.28 with between 94.7 and 98 % of Muon's tokens ...",
      "SOAP приходит к 3,28 за 94,7–98 % токенов Muon ...");
CLAIM(soap_against_muon_in_time, SHARPNESS,
      COMPUTE(to_target, &soap_and_muon_in_time),
      "... and in between 1.59 and 1.65 times its time.",
      "... и за время, большее в 1,59–1,65 раза.");
CLAIM(control_soap_is_first_in_time, CONTROL,
      DROPS(by_tokens, COMPUTE(soap_first, &soap_and_muon_in_time)),
      "SOAP may be first by time as well.",
      "SOAP может быть первым и по времени.");

static const struct claim *const claims[] = {
    records_fall, records_fall_since, control_records_fall_throughout,
    dates_are_in_order, no_record_45,
    /* One rate. */
    line_1_pythagoras, line_2_mean_of_slopes, rates_in_percent, line_3_any_line,
    control_any_line_at_1_05, factors_of_one_rate, one_rate_since,
    control_one_rate_before,
    /* Tokens to a loss. */
    line_4_levels_are_met_once, control_levels_met_again, muon_below_adamw,
    tokens_at_1_5B, time_at_1_5B, half_way_at_1_5B,
    control_final_loss_with_as_few, muon_against_adamw,
    muon_against_the_baseline, soap_against_muon, soap_against_muon_in_time,
    control_soap_is_first_in_time};

/* ---- pictures ---- */

/* What the table says of the first records, in Russian. */
static const char *const changes[] = {
    "базовая версия llm.c",
    "подбор шага, вращающиеся эмбеддинги (RoPE)",
    "Muon",
    "улучшенный Muon",
    "размер эмбеддингов, ReLU^2, проекции с нуля, QK-норма",
    "накладные расходы Muon распределены",
    "новая версия PyTorch",
    "эмбеддинги и выход развязаны",
    "новые связи, разогрев момента, логиты ограничены",
    "активации в bfloat16",
    "связи как в U-net, шаг вдвое длиннее",
    "FlexAttention на 64K токенов",
    "разогрев окна внимания",
    "эмбеддинги значений",
    "эмбеддинги значений как в U-net, код быстрее",
    "эмбеддинги значений разделены, блочное окно",
    "меньше эмбеддингов значений, без одного слоя внимания",
    "логиты ограничены числом 15",
    "выход в FP8, затухание до 0.1",
    "общая матрица QKV, длинные и короткие окна, Muon пачками",
    "меньший батч",
};
enum { LABELLED = COUNT(changes) };
static void draw_words(struct canvas *c, struct pen pen, double x, double y,
                       const char *english, const char *russian) {
    pen.kind = STROKE_WORDS;
    pen.name[0] = english;
    pen.name[1] = russian;
    canvas_draw(c, pen, (const double[][2]){{x, y}}, 1);
}
static void draw_line(struct canvas *c, struct pen pen, double x_0, double y_0,
                      double x_1, double y_1) {
    canvas_draw(c, pen, (const double[][2]){{x_0, y_0}, {x_1, y_1}}, 2);
}
/* Days are counted from the first record, of 28 May 2024. */
static const struct {
    double day;
    const char *english, *russian;
} months[] = {{34, "Jul 2024", "июль 2024"}, {96, "Sep", "сен"},
              {157, "Nov", "ноя"},           {218, "Jan 2025", "янв 2025"},
              {399, "Jul", "июль"},          {583, "Jan 2026", "янв 2026"},
              {764, "Jul", "июль"}};
static void draw_records(struct canvas *c, const void *with) {
    (void)with;
    struct table *t = read_table();
    struct records r = records_of(t);
    if (r.count < LABELLED)
        table_refuse(t, r.count - 1, 0, "is the last record, too early");
    double points[RECORDS][2], label[RECORDS];
    static const double column = 262; /* of the labels */
    /* From the last one up, each at its height or above the label below it. */
    for (size_t i = LABELLED; i-- > 0;) {
        points[i][0] = r.day[i] - r.day[0];
        points[i][1] = r.minutes[i];
        label[i] = r.minutes[i];
        if (i + 1 < LABELLED)
            label[i] = larger(label[i], 1.1235 * label[i + 1]);
        draw_line(c, (struct pen){.colour = PEN_BEHIND, .weight = 0.5},
                  points[i][0], points[i][1], column - 2, label[i]);
    }
    canvas_draw(c, (struct pen){.kind = STROKE_STEPS, .colour = 0},
                (const double(*)[2])points, LABELLED);
    canvas_draw(c, (struct pen){.kind = STROKE_POINTS, .colour = 0},
                (const double(*)[2])points, LABELLED);
    for (size_t i = 0; i < LABELLED; i++) {
        char english[160], russian[160];
        snprintf(english, sizeof english, "%g  %s", r.number[i],
                 table_text(t, i, 3));
        snprintf(russian, sizeof russian, "%g  %s", r.number[i], changes[i]);
        draw_words(c, (struct pen){.colour = PEN_INK}, column, label[i],
                   english, russian);
    }
    for (size_t i = 0; i < COUNT(months) && months[i].day < column; i++)
        canvas_tic(c, 0, 'x', months[i].day, months[i].english,
                   months[i].russian);
    table_free(t);
}
static void draw_rates(struct canvas *c, const void *with) {
    (void)with;
    static const struct {
        const struct era *era;
        size_t colour;
        double x, y; /* of the name */
        const char *name[2];
    } races[] = {
        {&before, 0, 175, 14, {"32 % less a month", "на 32 % меньше в месяц"}},
        {&since, 5, 560, 3.6, {"8 % less a month", "на 8 % меньше в месяц"}}};
    struct records r = read_records();
    for (size_t e = 0; e < 2; e++) {
        double points[RECORDS][2];
        size_t count = 0;
        for (size_t i = 0; i < r.count; i++)
            if (within(&r, i, races[e].era)) {
                points[count][0] = r.day[i] - r.day[0];
                points[count++][1] = r.minutes[i];
            }
        struct points p = points_of(races[e].era);
        struct line l = fitted_line(&p);
        double from = points[0][0], to = points[count - 1][0];
        struct pen pen = {.colour = races[e].colour, .kind = STROKE_POINTS};
        canvas_draw(c, pen, (const double(*)[2])points, count);
        pen.kind = STROKE_LINE;
        pen.dashed = true;
        draw_line(c, pen, from, exp(l.a), to,
                  exp(l.a + l.b * p.t[p.count - 1]));
        draw_words(c, pen, races[e].x, races[e].y, races[e].name[0],
                   races[e].name[1]);
    }
    draw_words(c, (struct pen){.colour = PEN_GREY}, 190, 1.7,
               "then the rules changed", "тут сменились правила");
    for (size_t i = 0; i < COUNT(months); i++)
        if (i == 0 || i > 2)
            canvas_tic(c, 0, 'x', months[i].day, months[i].english,
                       months[i].russian);
    static const double minutes[] = {1, 2, 5, 10, 20, 50};
    for (size_t i = 0; i < COUNT(minutes); i++) {
        char name[16];
        snprintf(name, sizeof name, "%g", minutes[i]);
        canvas_tic(c, 0, 'y', minutes[i], name, name);
    }
}
/* Loss over billions of tokens, or minutes. */
static void draw_log(struct canvas *c, const char *run, struct pen pen,
                     bool time) {
    struct logged x = read_log(run);
    double points[LOGGED_MAX][2];
    for (size_t i = 0; i < x.count; i++) {
        points[i][0] = time ? x.seconds[i] / 60 : x.tokens[i] / 1e9;
        points[i][1] = x.loss[i];
    }
    canvas_draw(c, pen, (const double(*)[2])points, x.count);
}
static const struct pen pen_adamw = {.colour = 1}, pen_muon = {.colour = 5},
                        pen_soap = {.colour = 2}, pen_baseline = {.colour = 0},
                        pen_guide = {
                            .colour = PEN_GREY, .dashed = true, .weight = 0.7};
static void draw_scale(struct canvas *c, const void *with) {
    (void)with;
    struct logged a = read_log(large_adamw), m = read_log(large_muon);
    double L = final_loss(&a);
    struct interval x = bracket(&m, L, false);
    struct pen pen = pen_adamw;
    pen.name[0] = "AdamW";
    draw_log(c, large_adamw, pen, false);
    pen = pen_muon;
    pen.name[0] = "Muon";
    draw_log(c, large_muon, pen, false);
    draw_line(c, pen_guide, x.upper / 1e9, L, a.tokens[a.count - 1] / 1e9, L);
    draw_line(c, pen_guide, x.upper / 1e9, 2.6, x.upper / 1e9, L);
    draw_words(c, (struct pen){.colour = PEN_INK}, 4.6, 2.66,
               "AdamW's final loss after 88 %", "конечный лосс AdamW за 88 %");
}
static void draw_small_tokens(struct canvas *c, const void *with) {
    (void)with;
    draw_line(c, pen_guide, 0, target, 10.6, target);
    draw_log(c, baseline, pen_baseline, false);
    draw_log(c, adamw, pen_adamw, false);
    draw_log(c, muon, pen_muon, false);
    draw_log(c, soap, pen_soap, false);
    draw_words(c, pen_baseline, 6.3, 3.45, "llm.c baseline",
               "базовая версия llm.c");
    draw_words(c, pen_adamw, 4.85, 3.335, "AdamW", "AdamW");
    draw_words(c, pen_muon, 3.4, 3.24, "Muon", "Muon");
    draw_words(c, pen_soap, 2.1, 3.24, "SOAP", "SOAP");
}
static void draw_small_time(struct canvas *c, const void *with) {
    (void)with;
    draw_line(c, pen_guide, 0, target, 40, target);
    draw_log(c, muon, pen_muon, true);
    draw_log(c, soap, pen_soap, true);
    draw_words(c, pen_muon, 9.3, 3.445, "Muon", "Muon");
    draw_words(c, pen_soap, 24, 3.465, "SOAP", "SOAP");
}
static const struct picture pictures[] = {
    {.name = "nanogpt_speedrun",
     .title = {"From 45 minutes to 3 in eight months",
               "От 45 минут до 3 за восемь месяцев"},
     .shows = {"The times of the first 21 records of the NanoGPT speedrun over "
               "their dates, on a logarithmic axis, with what was new in each.",
               "Времена первых 21 рекорда NanoGPT по датам, в логарифмическом "
               "масштабе, и что нового было в каждом."},
     .width = 1080,
     .height = 600,
     .panel = {{.y = {"minutes to a loss of 3.28", "минут до лосса 3.28"},
                .log_y = true,
                .low = {-6, 2.6},
                .high = {560, 55}}},
     .draw = draw_records},
    {.name = "rates",
     .title = {"Two races: records fall by 32 % a month, then by 8 %",
               "Две гонки: рекорды падают на 32 % в месяц, потом на 8 %"},
     .shows = {"All records of the NanoGPT speedrun over their dates, on a "
               "logarithmic axis, with the lines of least squares before and "
               "after the change of the clock's rules.",
               "Все рекорды NanoGPT по датам, в логарифмическом масштабе, и "
               "прямые наименьших квадратов до и после смены правил."},
     .panel = {{.y = {"minutes to a loss of 3.28", "минут до лосса 3.28"},
                .log_y = true,
                .low = {-10, 1},
                .high = {800, 60}}},
     .draw = draw_rates},
    {.name = "nanogpt_speedrun_scale",
     .title = {"At 1.5B parameters Muon is still ahead of AdamW",
               "И при 1.5 млрд параметров Muon впереди AdamW"},
     .shows = {"Validation loss over training tokens at 1.5B parameters: "
               "Muon's is below AdamW's throughout and reaches AdamW's final "
               "loss after 88 % of the tokens.",
               "Лосс на валидации по числу токенов при 1.5 млрд параметров: у "
               "Muon он всюду ниже, чем у AdamW, и достигает конечного лосса "
               "AdamW за 88 % токенов."},
     .panel = {{.x = {"training tokens, billions", "токены, млрд"},
                .y = {"validation loss", "лосс на валидации"},
                .low = {0, 2.6},
                .high = {10, 3.65}}},
     .draw = draw_scale},
    {.name = "nanogpt_speedrun81w",
     .title = {"To a loss of 3.28, SOAP needs the fewest tokens",
               "До лосса 3.28 меньше всего токенов нужно SOAP"},
     .shows = {"Validation loss over training tokens at 124M parameters: SOAP, "
               "Muon, a tuned AdamW and llm.c's baseline come to 3.28 in this "
               "order.",
               "Лосс на валидации по числу токенов при 124 млн параметров: до "
               "3.28 по порядку доходят SOAP, Muon, настроенный AdamW и "
               "базовая версия llm.c."},
     .panel = {{.x = {"training tokens, billions", "токены, млрд"},
                .y = {"validation loss", "лосс на валидации"},
                .low = {0, 3.2},
                .high = {10.6, 4.05}}},
     .draw = draw_small_tokens},
    {.name = "nanogpt_speedrun82w",
     .title = {"By time Muon is first", "По времени первый — Muon"},
     .shows = {"Validation loss over minutes of training at 124M parameters: "
               "Muon comes to 3.28 before SOAP.",
               "Лосс на валидации по минутам обучения при 124 млн параметров: "
               "Muon доходит до 3.28 раньше, чем SOAP."},
     .panel = {{.x = {"minutes on 8 H100", "минуты на 8 H100"},
                .y = {"validation loss", "лосс на валидации"},
                .low = {0, 3.2},
                .high = {40, 4.05}}},
     .draw = draw_small_time},
};

const struct theorem theorem_nanogpt_speedrun = {
    .id = "nanogpt_speedrun",
    .title = {"The NanoGPT speedrun", "NanoGPT на скорость"},
    .source = "NanoGPT speedrun",
    HYPOTHESES(hypotheses),
    CLAIMS(claims),
    PICTURES(pictures),
};

/**
## Exercises

@exercise soap_against_muon_in_time SOAP takes fewer tokens than Muon, and more
    time. Find from the two brackets that
    `descent verify nanogpt_speedrun/soap_against_muon nanogpt_speedrun/soap_against_muon_in_time`
    checks how much dearer a token is for SOAP, and how much dearer it could be
    at most if SOAP were to be as fast. :: Time is tokens times price, so the
    prices' quotient is that of the times over that of the tokens: between
    $1.59/0.98\approx1.62$ and $1.65/0.947\approx1.74$, the least over the
    largest and the other way round. At equal times it would be one over the
    tokens' quotient, no more than $1/0.947\approx1.06$: a few percent fewer
    tokens pay for a few percent only.
@exercise factors_of_one_rate Any law of one rate misses some record of the
    first race by a factor of 1.75 or more, and the best one by no more.
    Conclude from this number alone by which factor the middle record of the
    worst triple is off the chord of the two others. Test it on records 2 (31.4
    minutes, 6 June 2024), 3 (24.9 minutes, 4 October) and 16 (3.8 minutes, 10
    December). The program's answer:
    `descent verify nanogpt_speedrun/factors_of_one_rate`. :: By $e^{|d|}=e^{2E}\approx1.75^2\approx3.1$: moving the chord
    half-way halves the error of the middle one and gives the ends the same with
    the other sign. Record 3 came 120 of the 187 days from record 2 to record
    16, where the chord is at $31.4\cdot(3.8/31.4)^{120/187}\approx8.1$ minutes,
    and $24.9$ is 3.1 times that. Four months without a record, then Muon and a
    race: no single rate has both.
@exercise control_levels_met_again Split (4) into its halves. Let $x(L)$ be the
    tokens after which a loss is at most $L$ for the first time, logged or not:
    which half is true without the hypothesis that a loss stays below a level,
    and which may be false for a level in the middle of AdamW's log at 1.5B
    (`descent verify nanogpt_speedrun/control_levels_met_again`)? ::
    $x(L)\le x_j$ needs no hypothesis: at $x_j$ the loss is at most $L$, as the
    log says. $x_{j-1}<x(L)$ needs it: the loss may come to $L$ between two
    lines of the log and be above it again at the next one, so that it was there
    before $x_{j-1}$ without a trace. In that log some losses do rise above a
    level that they had reached; so levels are compared only where this does not
    happen, at 3.28 and at AdamW's final loss.
*/
/**ru 4103525197
## Упражнения

@exercise soap_against_muon_in_time SOAP тратит меньше токенов, чем Muon, но
    больше времени. Найдите по двум вилкам, которые проверяет
    `descent verify nanogpt_speedrun/soap_against_muon nanogpt_speedrun/soap_against_muon_in_time`,
    во сколько раз токен обходится SOAP дороже и насколько дороже он мог бы быть
    самое большее, чтобы SOAP был так же быстр. :: Время — это токены,
    умноженные на цену, поэтому отношение цен равно отношению времён, делённому
    на отношение токенов: от $1.59/0.98\approx1.62$ до $1.65/0.947\approx1.74$,
    наименьшее делится на наибольшее и наоборот. При равном времени оно было бы
    обратным к отношению токенов, не больше $1/0.947\approx1.06$: несколько
    процентов токенов окупают лишь несколько процентов цены.
@exercise factors_of_one_rate Любой закон с одной скоростью ошибается на
    каком-то из рекордов первой гонки в 1,75 раза или больше, а наилучший — не
    больше. Выведите из одного этого числа, во сколько раз средний рекорд худшей
    тройки отклоняется от хорды двух других. Проверьте это на рекордах 2 (31,4
    минуты, 6 июня 2024 года), 3 (24,9 минуты, 4 октября) и 16 (3,8 минуты, 10
    декабря). Ответ программы:
    `descent verify nanogpt_speedrun/factors_of_one_rate`. :: В $e^{|d|}=e^{2E}\approx1.75^2\approx3.1$ раза: сдвиг хорды на
    полпути уменьшает ошибку средней точки вдвое, а концам даёт такую же с
    другим знаком. Рекорд 3 поставлен через 120 из 187 дней, отделяющих рекорд 2
    от рекорда 16; хорда там проходит на высоте
    $31.4\cdot(3.8/31.4)^{120/187}\approx8.1$ минуты, а $24.9$ в 3,1 раза
    больше. Четыре месяца без рекордов, а потом Muon и гонка: одной скоростью
    того и другого не описать.
@exercise control_levels_met_again Разделите (4) на две половины. Пусть $x(L)$ —
    число токенов, после которого потери впервые не превосходят $L$, записано
    это или нет: какая из половин верна и без условия, что потери остаются ниже
    уровня, а какая может оказаться неверной для уровня из середины журнала
    AdamW при 1,5 млрд параметров
    (`descent verify nanogpt_speedrun/control_levels_met_again`)? :: Неравенству
    $x(L)\le x_j$ условие не нужно: при $x_j$ потери не превосходят $L$, это
    сказано в журнале. Неравенству $x_{j-1}<x(L)$ — нужно: потери могут дойти до
    $L$ между двумя строками журнала и к следующей снова подняться выше, то есть
    побывать там раньше $x_{j-1}$, не оставив следа. В этом журнале потери и
    впрямь поднимаются выше некоторых уже достигнутых уровней; поэтому
    сравниваются только уровни, где этого не происходит: 3,28 и конечные потери
    AdamW.
*/

/**
## References

- K. Jordan et al., *modded-nanogpt: speedrunning the NanoGPT baseline*, 2024:
  the records and the logs.
- K. Jordan et al., *Muon: an optimizer for hidden layers in neural networks*
  (2024).
- N. Vyas et al., *SOAP: improving and stabilizing Shampoo using Adam*, ICLR 2025.
*/
/**ru 1632097901
## Литература

- K. Jordan et al., *modded-nanogpt: speedrunning the NanoGPT baseline*, 2024:
  рекорды и журналы.
- K. Jordan et al., *Muon: an optimizer for hidden layers in neural networks*
  (2024).
- N. Vyas et al., *SOAP: improving and stabilizing Shampoo using Adam*, ICLR 2025.
*/
