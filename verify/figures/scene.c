/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "../numbers/fail.h"

#define GAP "E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]"
#define AVERAGE_GAP "E[{/:Italic f}({/:Italic x̄_k}) − {/:Italic f}^{ *}]"

/* Words of the figures. */
static const struct {
    const char *iteration, *mean, *bound[3], *ratio, *attained;
} words[LANGUAGES] = {
    {"iteration {/:Italic k}", "mean gap", {"upper bound", "lower bound", "formula"}, "mean gap / bound", "attained"},
    {"итерация {/:Italic k}",
     "средний зазор",
     {"верхняя граница", "нижняя граница", "формула"},
     "средний зазор / граница",
     "достигается"},
};

void localize(char *text, size_t language) {
    if (language == 0) return;
    for (char *c = text; *c; c++)
        if (*c == '.' && c > text && isdigit((unsigned char)c[-1]) && isdigit((unsigned char)c[1])) *c = ',';
}

void plain_text(char *out, size_t room, const char *text) {
    size_t used = 0;
    while (*text && used + 1 < room) {
        if (strncmp(text, "{/:Italic", 9) == 0)
            text += text[9] == ' ' ? 10 : 9;
        else if (strchr("{}", *text))
            text++;
        else if (text[0] == '^' && strncmp(text, "^{ *}", 5) == 0) {
            text += 5;
            out[used++] = '*';
        } else
            out[used++] = *text++;
    }
    out[used] = 0;
}

__attribute__((format(printf, 3, 4))) static void write(char *out, size_t language, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(out, TEXT, format, arguments);
    va_end(arguments);
    localize(out, language);
}

/* The Russian text, where there is one of its own. */
static const char *said(const char *const text[2], size_t language) {
    return text[language] ? text[language] : text[0];
}

/* A curve's step for its label: nothing for a claim that computes for itself, the first one of a schedule. */
static void step_name(char out[64], const struct curve *c) {
    size_t count;
    const struct setting *settings = c->claim->evidence->settings(c->claim, &count);
    bool changes = count && settings->settings.schedule;
    out[0] = 0;
    if (c->constants.alpha > 0) snprintf(out, 64, "{/:Italic α}%s = %.3g", changes ? "_0" : "", c->constants.alpha);
}

static bool same(const struct figure *f, size_t i, size_t j, bool problem, bool method) {
    const struct curve *a = f->curves[i], *b = f->curves[j];
    return (!problem || strcmp(a->problem_id, b->problem_id) == 0) &&
           (!method || strcmp(a->method_id, b->method_id) == 0);
}

/* Whether f is taken at the weighted average. */
static bool averages(const struct curve *c) {
    return c->claim->evidence == &evidence_mean  ? c->claim->mean.average
           : c->claim->evidence == &evidence_own ? c->claim->own.average
                                                 : false;
}

/* Whether two claims of one problem measured the same, so that one line stands for both. */
static bool coincide(const struct figure *f, size_t i, size_t j) {
    const struct curve *a = f->curves[i], *b = f->curves[j];
    size_t shared = 0;
    if (!same(f, i, j, true, true) || averages(a) != averages(b)) return false;
    for (size_t r = 0, q = 0; r < a->count && q < b->count;) {
        const struct row *x = &a->rows[r], *y = &b->rows[q];
        if (x->k == y->k && !(fabs(x->estimate - y->estimate) <= 1e-9 * fabs(x->estimate))) return false;
        shared += x->k == y->k;
        r += x->k <= y->k;
        q += y->k <= x->k;
    }
    return shared > 0 && a->count <= shared + 1 && b->count <= shared + 1;
}

static size_t last_k(const struct curve *c) {
    return c->count ? c->rows[c->count - 1].k : 0;
}

/* Curves that are many, or of which some end long before the others, have a panel each. */
static bool need_panels(const struct figure *f) {
    size_t distinct = 0, shortest = SIZE_MAX, longest = 0;
    for (size_t i = 0; i < f->count; i++) {
        bool new = true;
        for (size_t j = 0; j < i; j++) new &= !coincide(f, i, j);
        distinct += new;
        if (last_k(f->curves[i]) < shortest) shortest = last_k(f->curves[i]);
        if (last_k(f->curves[i]) > longest) longest = last_k(f->curves[i]);
    }
    return distinct > LABELLED || (distinct > 2 && longest > 4 * shortest);
}

/* Whether two curves share a panel. */
static bool together(const struct figure *f, size_t i, size_t j) {
    if (f->drawing && f->drawing->panels > 1) return f->drawing->panel_of[i] == f->drawing->panel_of[j];
    return f->ratio ? same(f, i, j, true, false) : f->drawing ? f->count <= LABELLED : !need_panels(f);
}

/* A method's colour, and for others of the method another shade of it; where methods do not tell curves apart or there is
 * none, colours in turn. */
static struct shade shade_of(const struct figure *f, size_t i) {
    const struct method *m = f->method[i];
    static const size_t turn[STYLE_COLOURS] = {0, 5, 9, 7, 2, 1, 4, 3, 8, 6}; /* those most apart first */
    size_t number = 0;
    for (size_t j = 0; j < i && !m; j++) number += !f->method[j];
    for (size_t n = 0, c = 0; !m && n < 100;
         n++, c = n % STYLE_COLOURS) { /* colours of other curves' methods are taken */
        bool taken = false;
        for (size_t j = 0; j < f->count; j++) taken |= f->method[j] && f->method[j]->colour == turn[c];
        if (!taken && number-- == 0) return style_shade(turn[c], n / STYLE_COLOURS * STYLE_SHADES);
    }
    if (!m) return style_grey(INK);
    /* Where there is but one method, colours in turn tell more curves apart than its shades. */
    bool alone = f->drawing && f->count > STYLE_SHADES;
    for (size_t j = 0; j < f->count; j++) alone &= f->method[j] == m;
    if (alone) {
        size_t first = 0;
        while (turn[first] != m->colour % STYLE_COLOURS) first++;
        return style_shade(turn[(first + i) % STYLE_COLOURS], 0);
    }
    size_t before = 0;
    for (size_t j = 0; j < i; j++) {
        bool new = f->method[j] && f->method[j]->colour == m->colour &&together(f, i, j);
        for (size_t n = 0; n < j && new && !f->ratio && !f->drawing; n++) new = !coincide(f, n, j);
        before += new;
    }
    return style_shade(m->colour, before);
}

static struct line *add_line(struct scene *s, enum line_kind kind, size_t room, size_t panel, struct shade shade) {
    s->lines = realloc(s->lines, (s->line_count + 1) * sizeof *s->lines);
    if (!s->lines) fail("out of memory");
    struct line *line = &s->lines[s->line_count++];
    memset(line, 0, sizeof *line);
    line->kind = kind;
    line->marks = allocate(room, sizeof *line->marks);
    line->panel = panel;
    line->shade = shade;
    return line;
}

static void add_mark(struct line *line, double x, double y, double low, double high) {
    line->marks[line->count++] = (struct mark){x, y, low, high};
}

/* The curve's estimates, with their band, and its bound, as far as they are asked for. */
enum { ESTIMATES = 1, BOUNDS = 2 };
static void add_curve(struct scene *s, const struct figure *f, size_t i, size_t panel, struct shade shade, int parts,
                      const char *label, const char *bound_label) {
    const struct curve *c = f->curves[i];
    double unit = f->drawing && f->drawing->x_unit != 0 ? f->drawing->x_unit : 1;
    for (size_t which = 0; which < 2; which++) {
        if (!(parts & (which ? BOUNDS : ESTIMATES))) continue;
        struct line *line = add_line(s, which ? LIMIT : ESTIMATE, c->count, panel, shade);
        line->band = !which && c->measured && !f->ratio;
        snprintf(line->label, TEXT, "%s", which ? bound_label : label);
        for (size_t r = 0; r < c->count; r++) {
            const struct row *row = &c->rows[r];
            if (row->k == 0 && !s->axes[0].linear_x) continue; /* no place on a logarithmic axis */
            double y = which ? row->bound : f->ratio ? row->estimate / row->bound : row->estimate;
            add_mark(line, unit * (double)row->k, y, line->band ? row->lower : NAN, line->band ? row->upper : NAN);
        }
    }
}

/* Where a bound is nearest: the largest of estimate over bound, or for a lower bound the other way round. */
static double nearest(const struct curve *c, size_t *k) {
    double most = NAN;
    for (size_t r = 0; r < c->count; r++) {
        const struct row *row = &c->rows[r];
        double ratio = row->sign == AT_LEAST ? row->bound / row->estimate : row->estimate / row->bound;
        if (row->k == 0 || !isfinite(ratio) || ratio <= most) continue;
        most = ratio;
        *k = row->k;
    }
    return most;
}

static enum sign sense(const struct curve *c) {
    return c->count ? c->rows[c->count - 1].sign : AT_MOST;
}

/* Whether the curve's last third stays where it is. */
static bool flat(const struct curve *c) {
    if (c->count < 6) return false;
    double end = c->rows[c->count - 1].estimate;
    for (size_t r = c->count - c->count / 3; r < c->count; r++)
        if (!(fabs(c->rows[r].estimate - end) < 0.05 * end)) return false;
    return true;
}

/* A factor of two digits, and in Russian the word that goes with it: 2 раза, 1,5 раза, 6 раз. */
static const char *times(char out[48], double factor, size_t language) {
    double unit = pow(10, floor(log10(factor)) - 1), rounded = round(factor / unit) * unit, entire = round(rounded);
    bool broken = fabs(rounded - entire) > 1e-9;
    int last = (int)fmod(entire, 10), tens = (int)fmod(floor(entire / 10), 10);
    const char *word = broken || (last >= 2 && last <= 4 && tens != 1) ? " раза" : " раз";
    snprintf(out, 48, broken ? "%.2g%s" : "%.0f%s", broken ? rounded : entire, language ? word : "");
    return out;
}

/* What a figure of gaps finds, from its numbers. */
static void gap_finding(char out[TEXT], const struct figure *f, size_t language) {
    const struct curve *a = f->curves[0], *b = f->count == 2 ? f->curves[1] : NULL;
    if (b && same(f, 0, 1, true, true) && flat(a) && flat(b) && averages(a) == averages(b)) {
        if (a->constants.alpha < b->constants.alpha) {
            const struct curve *c = a;
            a = b;
            b = c;
        }
        double shorter = a->constants.alpha / b->constants.alpha;
        double lower = a->rows[a->count - 1].estimate / b->rows[b->count - 1].estimate;
        if (shorter > 1.2 && lower > 1.2) {
            char step[48], floor[48];
            write(out, language,
                  language ? "шаг короче в %s, порог ниже в %s" : "a step %s times shorter, a floor %s times lower",
                  times(step, shorter, language), times(floor, lower, language));
            return;
        }
    }
    double most = 0;
    size_t at = 0;
    enum sign sign = AT_MOST;
    for (size_t i = 0; i < f->count; i++) {
        size_t k = 0;
        double ratio = nearest(f->curves[i], &k);
        if (!(ratio > most)) continue;
        most = ratio;
        at = k;
        sign = sense(f->curves[i]);
    }
    static const char *const side[2][LANGUAGES] = {{"below", "ниже"}, {"above", "выше"}};
    const char *where = side[sign == AT_LEAST][language];
    char factor[48];
    if (most > 0.9995)
        write(out, language,
              language ? "граница достигается при {/:Italic k} = %zu" : "the bound is attained at {/:Italic k} = %zu",
              at);
    else if (most > 0.5)
        write(out, language,
              language ? "зазор %s границы, в %.2g %% от неё при {/:Italic k} = %zu"
                       : "the gap stays %s the bound, within %.2g %% at {/:Italic k} = %zu",
              where, 100 * (1 - most), at);
    else
        write(out, language,
              language ? "зазор %s границы не менее чем в %s" : "the gap stays %s the bound by a factor of %s or more",
              where, times(factor, 1 / most, language));
}

static void ratio_finding(char out[TEXT], const struct figure *f, size_t language) {
    double most = 0;
    size_t at = 0, k = 0, here = 0;
    for (size_t i = 0; i < f->count; i++) {
        double ratio = nearest(f->curves[i], &here);
        if (!(ratio > most)) continue;
        most = ratio;
        at = i;
        k = here;
    }
    const char *problem = f->label[at][language];
    if (most > 0.9995)
        write(out, language,
              language ? "Граница достигается: %s, {/:Italic k} = %zu"
                       : "The bound is attained: %s, {/:Italic k} = %zu",
              problem, k);
    else
        write(out, language,
              language ? "Ближе всего к границе: %s, %.3g от неё" : "Nearest to the bound: %s, %.3g of it", problem,
              most);
}

/* A theorem's terms, of the first curve alone, which stands for the others. */
static void add_terms(struct scene *s, const struct figure *f, size_t i, size_t panel, size_t language) {
    const struct curve *c = f->curves[i];
    for (size_t t = 0; t < f->theorem->term_count; t++) {
        const struct term *term = &f->theorem->terms[t];
        struct line *line = add_line(s, PART, c->count, panel, shade_of(f, i));
        line->shade.dashes = "(2,3)";
        if (i == 0) snprintf(line->label, TEXT, "%s", term->name[language]);
        for (size_t r = 0; r < c->count; r++)
            if (c->rows[r].k) add_mark(line, (double)c->rows[r].k, term->at(&c->constants, c->rows[r].k), NAN, NAN);
    }
}

/* Whether a bound of that name has its label. */
static bool labelled(const struct scene *s, const char *label) {
    for (size_t i = 0; i < s->line_count; i++)
        if (s->lines[i].kind == LIMIT && strcmp(s->lines[i].label, label) == 0) return true;
    return false;
}

static void gap_scene(struct scene *s, const struct figure *f, size_t language) {
    char finding[TEXT], methods[TEXT] = "";
    bool several = false, banded = false;
    for (size_t i = 0; i < f->count; i++) {
        several |= !same(f, 0, i, false, true);
        banded |= f->curves[i]->measured;
        bool first = f->method[i] != NULL;
        for (size_t j = 0; j < i; j++) first &= f->method[j] != f->method[i];
        size_t used = strlen(methods);
        if (first) snprintf(methods + used, TEXT - used, "%s%s", used ? ", " : "", f->method[i]->title[language]);
    }
    gap_finding(finding, f, language);
    snprintf(s->title, sizeof s->title, "%s: %s", f->title[language], finding);
    snprintf(s->axes[0].y_name, TEXT, "%s", averages(f->curves[0]) ? AVERAGE_GAP : GAP);
    snprintf(s->axes[0].x_name, TEXT, "%s", words[language].iteration);
    enum sign sign = sense(f->curves[0]);
    snprintf(s->caption, sizeof s->caption,
             language ? "%s, %s: средний зазор по итерациям%s и %s; %s."
                      : "Mean gap of %s on the problem '%s' against iterations%s, with its %s: %s.",
             language ? f->title[language] : methods, language ? methods : f->title[language],
             banded ? (language ? " с доверительной полосой" : " with a confidence band") : "",
             words[language].bound[sign], finding);
    bool panels = need_panels(f);
    s->panel_count = panels ? 0 : 1;
    size_t panel_of[COUNT(f->curves)];
    for (size_t i = 0; i < f->count; i++) {
        const struct curve *c = f->curves[i];
        const char *called = c->claim->called[0] ? said(c->claim->called, language) : "";
        char step[64], label[TEXT], bound_label[TEXT];
        write(bound_label, language, "%s%s%s", words[language].bound[sense(c)], *called ? ", " : "", called);
        size_t twin = 0;
        while (twin < i && !coincide(f, twin, i)) twin++;
        if (twin < i) { /* its bound alone is new */
            panel_of[i] = panel_of[twin];
            add_curve(s, f, i, panel_of[i], shade_of(f, twin), BOUNDS, "", labelled(s, bound_label) ? "" : bound_label);
            continue;
        }
        step_name(step, c);
        /* The axis says of which point f is taken; a curve of the other one says so itself. */
        const char *point = averages(c) == averages(f->curves[0]) ? ""
                            : averages(c)                         ? "{/:Italic x̄_k}"
                                                                  : "{/:Italic x_k}";
        const char *method = several && f->method[i] ? f->method[i]->title[language] : "";
        bool alone = f->count == 1;
        write(label, language, "%s%s%s%s%s", alone ? words[language].mean : method,
              !alone && *method && (*point || *step) ? ", " : "", alone ? "" : point,
              !alone && *point && *step ? ", " : "", alone ? "" : step);
        bool alike = false; /* others would have the same label */
        for (size_t j = 0; j < f->count; j++)
            alike |= j != i && *called && c->constants.alpha == f->curves[j]->constants.alpha && !coincide(f, i, j);
        if (alike) {
            size_t used = strlen(label);
            snprintf(label + used, TEXT - used, "%s%s", used ? ", " : "", called);
        }
        panel_of[i] = panels && s->panel_count < PANELS_MAX ? s->panel_count++ : s->panel_count - 1;
        snprintf(s->panel_title[panel_of[i]], TEXT, "%s", panels ? label : "");
        s->panel_shade[panel_of[i]] = shade_of(f, i);
        bool again = labelled(s, bound_label);
        add_curve(s, f, i, panel_of[i], shade_of(f, i), ESTIMATES | BOUNDS, panels ? "" : label,
                  again ? "" : bound_label);
        add_terms(s, f, i, panel_of[i], language);
    }
}

static void ratio_scene(struct scene *s, const struct figure *f, size_t language) {
    ratio_finding(s->title, f, language);
    snprintf(s->axes[0].y_name, TEXT, "%s", words[language].ratio);
    snprintf(s->axes[0].x_name, TEXT, "%s", words[language].iteration);
    char title[TEXT];
    plain_text(title, TEXT, f->theorem->title[language]);
    snprintf(s->caption, sizeof s->caption,
             language ? "%s: отношение оценки к границе на всех задачах, 1 значит достигается. %s."
                      : "%s: estimate over bound on all problems, where 1 means attained. %s.",
             title, s->title);
    bool near = true, panels = f->count > LABELLED;
    double low = 1, longest = 0;
    s->panel_count = 0;
    for (size_t i = 0; i < f->count; i++) {
        const struct curve *c = f->curves[i];
        char label[TEXT], step[64];
        bool new_problem = i == 0 || !same(f, i - 1, i, true, false), again = false;
        if (new_problem || !s->panel_count) {
            if (s->panel_count < PANELS_MAX) s->panel_count++;
            write(s->panel_title[s->panel_count - 1], language, "%s", f->label[i][language]);
            s->panel_shade[s->panel_count - 1] = style_grey(INK);
        }
        for (size_t j = 0; j < f->count; j++) again |= j != i && same(f, i, j, true, false);
        bool methods = false;
        for (size_t j = 0; j < f->count; j++) methods |= same(f, i, j, true, false) && !same(f, i, j, true, true);
        step_name(step, c);
        const char *detail = !again ? "" : methods && f->method[i] ? f->method[i]->title[language] : step;
        write(label, language, "%s%s%s", panels ? "" : f->label[i][language], *detail && !panels ? ", " : "", detail);
        add_curve(s, f, i, panels ? s->panel_count - 1 : 0, shade_of(f, i), ESTIMATES, label, "");
        if (!panels) s->lines[s->line_count - 1].shade = style_shade(i, 0);
        for (size_t r = 0; r < c->count; r++) {
            const struct row *row = &c->rows[r];
            double ratio = row->estimate / row->bound;
            if (row->k) longest = fmax(longest, (double)row->k);
            if (row->k == 0 || !isfinite(ratio)) continue;
            near &= ratio >= 0.5 && ratio <= 1.1;
            low = fmin(low, ratio);
        }
    }
    if (!panels || s->panel_count == 1) s->panel_count = 1;
    /* A bound that is never near its estimate leaves the figure, so that it does not set the scale. */
    s->axes[0].linear_y = near;
    s->axes[0].low[1] = near ? fmin(0.97, low) - 0.01 : fmax(low / 1.3, 1e-4);
    s->axes[0].high[1] = near ? 1.01 : panels ? 1.3 : 2.5; /* room for labels over 1 */
    for (size_t p = 0; p < s->panel_count; p++) {
        struct line *one = add_line(s, GUIDE, 2, p, style_grey(GREY));
        one->shade.dashes = "(2,4)";
        add_mark(one, 1, 1, NAN, NAN);
        add_mark(one, longest, 1, NAN, NAN);
        if (s->panel_count == 1) snprintf(one->label, TEXT, "%s", words[language].attained);
    }
}

static void drawing_scene(struct scene *s, const struct figure *f, size_t language) {
    const struct drawing *d = f->drawing;
    write(s->title, language, "%s", f->title[language] ? f->title[language] : f->title[0]);
    write(s->axes[0].y_name, language, "%s", said(d->y, language));
    write(s->axes[0].x_name, language, "%s", d->x[0] ? said(d->x, language) : words[language].iteration);
    s->axes[0].linear_x = d->linear_x;
    s->axes[0].linear_y = d->linear_y;
    s->own_axes = d->own_axes;
    bool panels = f->count > LABELLED && d->panels < 2;
    s->panel_count = d->panels > 1 ? d->panels : panels ? f->count : 1;
    char names[3 * TEXT] = "", y[TEXT], x[TEXT];
    bool bound_named = false;
    for (size_t i = 0; i < f->count; i++) {
        const struct curve *c = f->curves[i];
        char label[TEXT], step[64];
        const char *name = said(d->curves[i].name, language);
        step_name(step, c);
        if (name)
            write(label, language, "%s", name);
        else
            write(label, language, "%s%s%s", f->label[i][language], *step ? ", " : "", step);
        size_t panel = d->panels > 1 ? d->panel_of[i] : panels ? i : 0, used = strlen(names);
        if (panels) snprintf(s->panel_title[i], TEXT, "%s", label);
        if (panels) s->panel_shade[i] = shade_of(f, i);
        snprintf(names + used, sizeof names - used, "%s%s", used ? "; " : "", label);
        /* One label for all bounds, where one is seen apart from its curve. */
        double apart = 0;
        for (size_t r = 0; r < c->count; r++)
            if (isfinite(c->rows[r].bound) && c->rows[r].k)
                apart = fmax(apart, fabs(1 - c->rows[r].estimate / c->rows[r].bound));
        bool names_bound = d->bounds && !bound_named && apart > 0.03;
        bound_named |= names_bound;
        const char *bound_label = names_bound ? words[language].bound[sense(c)] : "";
        if (d->names_bounds)
            add_curve(s, f, i, panel, shade_of(f, i), ESTIMATES | BOUNDS, i ? "" : words[language].mean, label);
        else
            add_curve(s, f, i, panel, shade_of(f, i), d->bounds ? ESTIMATES | BOUNDS : ESTIMATES, panels ? "" : label,
                      bound_label);
    }
    for (size_t p = 0; p < d->panels && p < PANELS_MAX && d->panels > 1; p++) {
        write(s->panel_title[p], language, "%s", said(d->panel[p], language));
        s->panel_shade[p] = style_grey(INK);
    }
    plain_text(x, TEXT, s->axes[0].x_name);
    plain_text(y, TEXT, s->axes[0].y_name);
    char plain[3 * TEXT], title[TEXT];
    plain_text(title, TEXT, s->title);
    plain_text(plain, sizeof plain, names);
    snprintf(s->caption, sizeof s->caption,
             language ? "%s. На рисунке по вертикали %s, по горизонтали %s; кривые: %s."
                      : "%s. The figure shows %s against %s; its curves: %s.",
             title, y, x, plain);
}

static struct shade pen_shade(const struct pen *pen) {
    if (pen->colour == PEN_WARMTH) return style_warmth(pen->warmth);
    static const size_t grey[] = {
        [PEN_INK - PEN_INK] = INK, [PEN_GREY - PEN_INK] = GREY, [PEN_BEHIND - PEN_INK] = BEHIND};
    return pen->colour >= PEN_INK ? style_grey(grey[pen->colour - PEN_INK]) : style_shade(pen->colour, 0);
}

/* What a picture's function draws. */
static void picture_scene(struct scene *s, const struct figure *f, size_t language) {
    const struct picture *p = f->picture;
    struct canvas own = {0};
    if (!f->canvas) p->draw(&own, p->with);
    const struct canvas *canvas = f->canvas ? f->canvas : &own;
    const char *title = canvas->title[language];
    write(s->title, language, "%s", *title ? title : said(p->title, language));
    snprintf(s->caption, sizeof s->caption, "%s", said(p->shows, language));
    localize(s->caption, language);
    s->panel_count = p->panel_count ? p->panel_count : 1;
    s->own_axes = true;
    s->width = p->width;
    s->height = p->height;
    for (size_t i = 0; i < s->panel_count; i++) {
        const struct picture_axes *from = &p->panel[i];
        struct scene_axes *to = &s->axes[i];
        *to = (struct scene_axes){.linear_x = !from->log_x,
                                  .linear_y = !from->log_y,
                                  .exact = true,
                                  .equal = from->equal,
                                  .bare = from->bare};
        memcpy(to->low, from->low, sizeof to->low);
        memcpy(to->high, from->high, sizeof to->high);
        write(to->x_name, language, "%s", from->x[0] ? said(from->x, language) : "");
        write(to->y_name, language, "%s", from->y[0] ? said(from->y, language) : "");
        write(s->panel_title[i], language, "%s", from->title[0] ? said(from->title, language) : "");
        s->panel_shade[i] = style_grey(INK);
    }
    for (size_t i = 0; i < canvas->count; i++) {
        const struct stroke *k = &canvas->strokes[i];
        struct line *line = add_line(s, STROKE, k->count, k->pen.panel, pen_shade(&k->pen));
        if (k->pen.dashed) line->shade.dashes = "(6,4)";
        line->stroke = k->pen.kind;
        line->weight = k->pen.weight > 0 ? k->pen.weight : 1;
        write(line->label, language, "%s", k->name[language]);
        for (size_t m = 0; m < k->count; m++) add_mark(line, k->points[m][0], k->points[m][1], NAN, NAN);
    }
    s->tic_count = canvas->tic_count;
    s->tics = allocate(s->tic_count, sizeof *s->tics);
    if (s->tic_count) memcpy(s->tics, canvas->tics, s->tic_count * sizeof *s->tics);
    for (size_t i = 0; i < s->tic_count; i++) localize(s->tics[i].name[language], language);
    canvas_clear(&own);
}

struct scene *scene_of(const struct figure *f, size_t language) {
    struct scene *s = allocate(1, sizeof *s);
    s->panel_count = 1;
    if (f->map) {
        write(s->title, language, "%s", said(f->title, language));
        char height[TEXT], names[TEXT] = "", plain[TEXT];
        plain_text(height, TEXT, said(f->map->height_name, language));
        for (size_t i = 0; i < f->map->path_count; i++) {
            size_t used = strlen(names);
            snprintf(names + used, TEXT - used, "%s%s", used ? "; " : "", said(f->map->paths[i], language));
        }
        plain_text(plain, TEXT, names);
        snprintf(s->caption, sizeof s->caption,
                 language ? "%s. Карта высот %s%s%s." : "%s. A map of the heights of %s%s%s.", s->title, height,
                 !*names    ? ""
                 : language ? " и пути методов: "
                            : " with the paths of: ",
                 plain);
        localize(s->caption, language);
        return s;
    }
    if (f->picture)
        picture_scene(s, f, language);
    else if (f->drawing)
        drawing_scene(s, f, language);
    else if (f->ratio)
        ratio_scene(s, f, language);
    else
        gap_scene(s, f, language);
    char plain[sizeof s->caption];
    plain_text(plain, sizeof plain, s->caption);
    snprintf(s->caption, sizeof s->caption, "%s", plain);
    for (size_t p = 1; p < s->panel_count && !f->picture; p++) s->axes[p] = s->axes[0];
    bool any = false;
    for (size_t i = 0; i < s->line_count; i++)
        for (size_t m = 0; m < s->lines[i].count; m++) {
            const struct line *l = &s->lines[i];
            double y = l->marks[m].y;
            any |= (l->kind == ESTIMATE || l->kind == STROKE) && isfinite(y) && (s->axes[l->panel].linear_y || y > 0);
        }
    if (any) return s;
    scene_free(s);
    return NULL;
}

void scene_free(struct scene *s) {
    if (!s) return;
    for (size_t i = 0; i < s->line_count; i++) free(s->lines[i].marks);
    free(s->lines);
    free(s->tics);
    free(s);
}
