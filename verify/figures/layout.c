/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout.h"

#include <math.h>
#include <stdlib.h>

#include "../numbers/fail.h"
#include "gnuplot.h"

/* A rectangle of the figure in pixels, y upwards. */
struct box_on_page {
    double left, right, bottom, top;
};
struct axis {
    double low, high;
    bool linear;
};
enum { TICS_MAX = 24 };
struct tics {
    double at[TICS_MAX];
    char text[TICS_MAX][64];
    size_t count;
};
struct panel {
    struct box_on_page box;
    struct axis x, y;
};
struct spot {
    double x, y, weight; /* weight: how much it minds */
};
/* Where something is drawn already, so that labels keep off. */
struct crowd {
    struct spot *spots;
    size_t count, room;
};

static bool is_stroke(const struct line *l, enum stroke_kind kind) {
    return l->kind == STROKE && l->stroke == kind;
}

static bool inside(const struct axis *a, double v) {
    return isfinite(v) &&
           v >= a->low * (a->linear || a->low < 0 ? 1 : 1 - 1e-9) - (a->linear ? 1e-9 * (a->high - a->low) : 0) &&
           v <= a->high + 1e-9 * fabs(a->high);
}

static double along(const struct axis *a, double v) {
    if (a->linear) return (v - a->low) / (a->high - a->low);
    return v > 0 ? log(v / a->low) / log(a->high / a->low) : -INFINITY;
}

static struct spot spot_of(const struct panel *p, double x, double y) {
    return (struct spot){p->box.left + along(&p->x, x) * (p->box.right - p->box.left),
                         p->box.bottom + along(&p->y, y) * (p->box.top - p->box.bottom), 0};
}

/* The ranges of a panel's axes: x ends where its data end; y holds what is drawn in full, so that a transient that goes to
 * 1e-100 does not set the scale. */
static void find_axes(const struct scene *s, size_t which, struct axis *x, struct axis *y) {
    const struct scene_axes *a = &s->axes[which];
    *x = (struct axis){INFINITY, -INFINITY, a->linear_x};
    *y = (struct axis){INFINITY, -INFINITY, a->linear_y};
    double band = INFINITY, limit = INFINITY;
    bool spots = false; /* round ones, which an edge would cut */
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        if (s->own_axes && l->panel != which) continue;
        for (size_t m = 0; m < l->count; m++) {
            const struct mark *k = &l->marks[m];
            if (!isfinite(k->x) || !isfinite(k->y) || is_stroke(l, STROKE_WORDS)) continue;
            spots |= is_stroke(l, STROKE_POINTS) || is_stroke(l, STROKE_STARS);
            if (l->kind != PART) {
                x->low = fmin(x->low, k->x);
                x->high = fmax(x->high, k->x);
            }
            if (l->kind == PART || (!a->linear_y && !(k->y > 0))) continue;
            if (l->kind == ESTIMATE || l->kind == STROKE || a->linear_y) y->low = fmin(y->low, k->y);
            if (l->kind == LIMIT) limit = fmin(limit, k->y);
            y->high = fmax(y->high, k->y);
            if (l->band && a->linear_y) {
                y->low = fmin(y->low, k->low);
                y->high = fmax(y->high, k->high);
            } else if (l->band && k->low > 0) {
                band = fmin(band, k->low);
            }
        }
    }
    if (a->linear_y) {
        double span = y->high - y->low, floor = y->low;
        if (!(span > 0)) span = fabs(y->high) > 0 ? fabs(y->high) : 1;
        y->low -= 0.06 * span;
        if (floor >= 0 && floor < 0.6 * y->high) y->low = 0; /* a ratio or a length begins at 0 */
        y->high += 0.06 * span;
    } else {
        y->low = fmin(fmax(fmin(y->low, band), y->low / 8), fmax(fmin(y->low, limit), y->low / 30)) / 1.5;
        y->high *= 1.3;
        if (y->high / y->low < 4) {
            y->low /= 2;
            y->high *= 2;
        }
    }
    if (a->low[1] < a->high[1]) {
        y->low = a->low[1];
        y->high = a->exact ? a->high[1] : fmax(a->high[1], a->linear_y ? 0 : fmin(y->high, 1e3));
    }
    if (a->low[0] < a->high[0]) {
        x->low = a->low[0];
        x->high = a->high[0];
    } else if (spots && a->linear_x) {
        double span = x->high - x->low;
        x->low -= 0.03 * span;
        x->high += 0.03 * span;
    }
    if (!(x->low < x->high)) {
        x->high = x->low + 1;
        if (!a->linear_x) {
            x->high = x->low * 1.5;
            x->low /= 1.5;
        }
    }
}

/* The least of 1, 2, 5, 10, ... and 0.5, 0.2, ... that divides the span into so many parts at most. */
static double round_step(double span, double parts) {
    double least = span / parts, power = pow(10, floor(log10(least))), digit = least / power;
    return power * (digit <= 1.0001 ? 1 : digit <= 2.0001 ? 2 : digit <= 5.0001 ? 5 : 10);
}

static void add_tic(struct tics *t, double at, size_t language, bool power) {
    if (t->count == TICS_MAX) return;
    char *out = t->text[t->count];
    t->at[t->count++] = at;
    double exponent = round(log10(fabs(at)));
    if (power)
        snprintf(out, 64, "10^{%s%g}", exponent < 0 ? "−" : "", fabs(exponent));
    else if (fabs(at) >= 1e5 && fabs(at / pow(10, floor(log10(fabs(at))))) < 9.99)
        snprintf(out, 64, "%s%g·10^{%g}", at < 0 ? "−" : "", fabs(at) / pow(10, floor(log10(fabs(at)))),
                 floor(log10(fabs(at))));
    else
        snprintf(out, 64, "%s%.6g", at < 0 ? "−" : "", fabs(at));
    localize(out, language);
}

static struct tics tics_of(const struct axis *a, double room, size_t language) {
    struct tics t = {.count = 0};
    double most = fmax(2, room);
    if (!a->linear) {
        double first = ceil(log10(a->low) - 1e-9), last = floor(log10(a->high) + 1e-9);
        if (last - first >= 1) {
            double step = fmax(1, ceil((last - first + 1) / most));
            bool powers = first < -2 || last > (room < 4 ? 3 : 4); /* short ones where there is little room */
            for (double n = ceil(first / step) * step; n <= last; n += step) add_tic(&t, pow(10, n), language, powers);
            return t;
        }
        for (int fine = 0; fine < 2; fine++) {
            t.count = 0;
            static const double digits[2][6] = {{1, 2, 5}, {1, 1.5, 2, 3, 5, 7}};
            for (double n = first - 1; n <= last + 1; n++)
                for (size_t d = 0; d < (fine ? 6 : 3); d++) {
                    double v = digits[fine][d] * pow(10, n);
                    if (v >= a->low && v <= a->high) add_tic(&t, v, language, false);
                }
            if (t.count > 1) return t;
        }
        t.count = 0;
    }
    double step = round_step(a->high - a->low, most);
    for (double n = ceil(a->low / step - 1e-9); n * step <= a->high + 1e-9 * step; n++)
        add_tic(&t, n == 0 ? 0 : n * step, language, false);
    return t;
}

static double widest_tic(const struct tics *t, double size) {
    double most = 0;
    for (size_t i = 0; i < t->count; i++) most = fmax(most, style_text_width(t->text[i], size));
    return most;
}

static void write_tics(FILE *g, char axis, const struct tics *t, bool named, double size) {
    fprintf(g, "set %ctics nomirror scale 0.5,0 (", axis);
    for (size_t i = 0; i < t->count; i++) fprintf(g, "%s\"%s\" %.9g", i ? ", " : "", named ? t->text[i] : "", t->at[i]);
    fprintf(g, ") font ',%g' tc rgb '%s' offset %s\n", size, style_greys[INK].light, axis == 'x' ? "0,0.35" : "0.4,0");
}

/* Lines of their own, since gnuplot sets lines far apart: `y` is the middle of them all. */
static const double leading = 1.15;
static void write_label(FILE *g, const struct looks *o, double x, double y, const char *side, const char *text,
                        double size, const char *colour) {
    size_t lines = 1;
    for (const char *c = text; (c = strstr(c, "\\n")); c += 2) lines++;
    y += leading * size * (double)(lines - 1) / 2;
    for (const char *end; *text; text = *end ? end + 2 : end, y -= leading * size) {
        end = strstr(text, "\\n");
        if (!end) end = text + strlen(text);
        fprintf(g, "set label \"%.*s\" at screen %.5f,%.5f %s font ',%g' tc rgb '%s' front\n", (int)(end - text), text,
                x / o->sizes.width, y / o->sizes.height, side, size * o->unit, colour);
    }
}

void layout_star(FILE *g, const struct sizes *z, double x, double y, double radius) {
    enum { CORNERS = 10 };
    fputs("set object polygon from ", g);
    for (int i = 0; i <= CORNERS; i++) {
        double length = i % 2 ? 0.4 * radius : radius, turn = 2 * M_PI * i / CORNERS;
        fprintf(g, "%sscreen %.6f,%.6f", i ? " to " : "", (x + length * sin(turn)) / z->width,
                (y + length * cos(turn)) / z->height);
    }
    fputs(" front fs solid border lc rgb '#7a5c00' fc rgb '#ffd700'\n", g);
}

double layout_title(FILE *g, const char *title, const struct looks *o) {
    const struct sizes *z = &o->sizes;
    if (!o->words) return 0;
    if (o->signature)
        fprintf(g, "set label \"%s\" at screen %.5f,%.5f left noenhanced font ',%g' tc rgb '%s'\n", o->signature,
                6 / z->width, 0.75 * z->small / z->height, z->small * o->unit, style_greys[GREY].light);
    if (!o->title) return 4;
    char wrapped[2 * TEXT];
    size_t lines = style_wrap(wrapped, sizeof wrapped, title, z->title, z->width - 14);
    double high = leading * (double)lines * z->title;
    write_label(g, o, 8, z->height - 0.3 * z->title - high / 2, "left", wrapped, z->title, style_greys[INK].light);
    return 0.4 * z->title + high;
}

static void crowd_add(struct crowd *c, double x, double y, double weight) {
    if (c->count == c->room) {
        c->room = c->room ? 2 * c->room : 1024;
        c->spots = realloc(c->spots, c->room * sizeof *c->spots);
        if (!c->spots) fail("out of memory");
    }
    c->spots[c->count++] = (struct spot){x, y, weight};
}

/* Places every three pixels from one to another, within the panel. */
static void crowd_between(struct crowd *c, const struct panel *p, struct spot a, struct spot b, double weight) {
    if (!isfinite(a.x + a.y + b.x + b.y)) return;
    double length = fmin(hypot(b.x - a.x, b.y - a.y), 3000), steps = ceil(length / 3) + 1;
    for (double t = 0; t <= steps; t++) {
        double x = a.x + (b.x - a.x) * t / steps, y = a.y + (b.y - a.y) * t / steps;
        if (y >= p->box.bottom && y <= p->box.top) crowd_add(c, x, y, weight);
    }
}

/* Places along a line, or where its points are. */
static void crowd_line(struct crowd *c, const struct panel *p, const struct line *l, double weight) {
    bool apart = is_stroke(l, STROKE_POINTS) || is_stroke(l, STROKE_STARS);
    if (is_stroke(l, STROKE_WORDS)) return;
    for (size_t m = 0; m < l->count; m++) {
        struct spot a = spot_of(p, l->marks[m].x, l->marks[m].y);
        if (apart && isfinite(a.x + a.y)) crowd_add(c, a.x, a.y, 3 * weight);
        if (apart || m + 1 == l->count) continue;
        struct spot b = spot_of(p, l->marks[m + 1].x, l->marks[m + 1].y), corner = {b.x, a.y, 0};
        bool steps = is_stroke(l, STROKE_STEPS);
        crowd_between(c, p, a, steps ? corner : b, weight);
        if (steps) crowd_between(c, p, corner, b, weight);
    }
}

/* A label beside its line within the panel, where it is least in the way. */
static void place_within(FILE *g, const struct looks *o, const struct panel *p, const struct line *l, struct crowd *c,
                         double size) {
    char text[TEXT];
    double room = p->box.right - p->box.left;
    size_t lines = style_wrap(text, TEXT, l->label, size, 0.6 * room);
    double width = style_text_width(text, size) + 4, height = leading * size * (double)lines;
    struct crowd own = {0};
    crowd_line(&own, p, l, 1);
    double best = INFINITY, at_x = 0, at_y = 0;
    /* Of the label's width and height, from the spot; farther away where there is no other place. */
    static const double beside[][2] = {{0, 0.7}, {-1, 0.7}, {0, -0.7}, {-1, -0.7}, {-0.5, 0.75}, {-0.5, -0.75},
                                       {0, 0},   {-1, 0},   {0, 1.5},  {-1, 1.5},  {0, -1.5},    {-1, -1.5}};
    size_t stride = own.count > 100 ? 4 : 1;
    for (size_t i = 0; i < own.count; i += stride)
        for (size_t side = 0; side < COUNT(beside); side++) {
            double x = own.spots[i].x + beside[side][0] * width + 8 * (beside[side][0] + 0.5),
                   y = own.spots[i].y + beside[side][1] * height;
            if (x < p->box.left + 2 || x + width > p->box.right || y - height / 2 < p->box.bottom + 2 ||
                y + height / 2 > p->box.top)
                continue;
            double cost = 2 * (double)(own.count - i) / (double)own.count + (fabs(beside[side][1]) > 1 ? 6 : 0);
            for (size_t q = 0; q < c->count; q++)
                if (c->spots[q].x > x - 2 && c->spots[q].x < x + width + 2 && fabs(c->spots[q].y - y) < height / 2 + 1)
                    cost += c->spots[q].weight;
            if (cost < best) {
                best = cost;
                at_x = x;
                at_y = y;
            }
        }
    free(own.spots);
    if (!isfinite(best)) return;
    write_label(g, o, at_x, at_y, "left", text, size, l->shade.light);
    for (double y = -height / 2; y <= height / 2; y += 3)
        for (double x = 0; x <= width; x += 3) crowd_add(c, at_x + x, at_y + y, 20);
}

/* Where a line ends at the right side of the panel; NaN if it does not. */
static double end_height(const struct panel *p, const struct line *l) {
    for (size_t m = l->count; m-- > 0;) {
        const struct mark *k = &l->marks[m];
        if (!isfinite(k->y)) continue;
        struct spot at = spot_of(p, k->x, k->y);
        if (!inside(&p->y, k->y)) return NAN;
        return at.x > p->box.right - 0.04 * (p->box.right - p->box.left) ? at.y : NAN;
    }
    return NAN;
}

enum { COLUMN_MAX = 48 };
/* Labels in a column to the right: as many as end there. */
struct column {
    char text[COLUMN_MAX][TEXT];
    const struct line *line[COLUMN_MAX];
    double middle[COLUMN_MAX], height[COLUMN_MAX], width;
    size_t count;
};

/* Whether a line is of the curve with that look: the curve itself, its bound, or a part of that. */
static bool same_look(const struct shade *shade, const struct line *l) {
    return strcmp(shade->light, l->shade.light) == 0 &&
           (l->kind != ESTIMATE || strcmp(shade->dashes, l->shade.dashes) == 0);
}

static double column_width(const struct sizes *z) {
    return z->width < 450 ? 82 : 0.17 * z->width;
}

double layout_column_height(const struct scene *s, const struct sizes *z) {
    char text[TEXT];
    size_t lines = 0;
    for (size_t i = 0; i < s->line_count; i++)
        if (*s->lines[i].label && !is_stroke(&s->lines[i], STROKE_WORDS))
            lines += style_wrap(text, TEXT, s->lines[i].label, z->label, column_width(z));
    return 1.25 * z->label * (double)lines;
}

/* Curves that coincide share a label. */
static void fill_column(struct column *k, const struct scene *s, const struct panel *p, double size, double width) {
    char raw[COLUMN_MAX][TEXT];
    k->count = 0;
    k->width = 0;
    for (size_t i = 0; i < s->line_count && k->count < COLUMN_MAX; i++) {
        const struct line *l = &s->lines[i];
        double y = end_height(p, l);
        if (!*l->label || !isfinite(y)) continue;
        size_t j = 0;
        while (j < k->count && !(fabs(k->middle[j] - y) < 4 && same_look(&k->line[j]->shade, l))) j++;
        if (j < k->count) {
            size_t used = strlen(raw[j]);
            if (!strstr(raw[j], l->label)) snprintf(raw[j] + used, TEXT - used, ", %s", l->label);
            continue;
        }
        snprintf(raw[j], TEXT, "%s", l->label);
        k->line[j] = l;
        k->middle[j] = y;
        k->count++;
    }
    for (size_t j = 0; j < k->count; j++) {
        size_t lines = style_wrap(k->text[j], TEXT, raw[j], size, width);
        k->height[j] = fmax(16, leading * size * (double)lines + 2);
        k->width = fmax(k->width, style_text_width(k->text[j], size));
    }
}

/* Lines as blocks of data that gnuplot keeps.  A band ends at the axis where it reaches 0, and is hatched there. */
static void write_blocks(FILE *g, const struct scene *s, const struct panel *panels) {
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        const struct axis *y = &panels[l->panel].y;
        fprintf(g, "$L%zu << END\n", i);
        for (size_t m = 0; m < l->count; m++) {
            const struct mark *k = &l->marks[m];
            gnuplot_number(g, k->x);
            gnuplot_number(g, y->linear || k->y > 0 ? k->y : NAN);
            if (l->band) {
                bool reaches = !y->linear && !(k->low > y->low);
                bool near = false;
                for (size_t n = m ? m - 1 : 0; n <= m + 1 && n < l->count; n++) near |= !(l->marks[n].low > y->low);
                double low = reaches ? y->low : k->low, high = k->high;
                gnuplot_number(g, reaches ? NAN : low);
                gnuplot_number(g, reaches ? NAN : high);
                gnuplot_number(g, near && !y->linear ? low : NAN);
                gnuplot_number(g, near && !y->linear ? high : NAN);
            }
            fputc('\n', g);
        }
        fputs("END\n", g);
    }
}

/* Whether somewhere the band reaches 0; the middle of those places. */
static bool reaches_zero(const struct line *l, const struct panel *p, double *x) {
    double first = NAN, last = NAN;
    for (size_t m = 0; m < l->count && l->band && !p->y.linear; m++) {
        if (!(l->marks[m].low <= 0)) continue;
        double at = spot_of(p, l->marks[m].x, p->y.low).x;
        if (isnan(first)) first = at;
        last = at;
    }
    *x = (first + last) / 2;
    return isfinite(*x);
}

static void write_panel(FILE *g, const struct scene *s, const struct looks *o, size_t which) {
    const char *next = "plot \\\n  ";
    double thick = o->words ? 1 : 0.7;
    if (s->panel_count > 1 && !s->own_axes && o->words)
        for (size_t i = 0; i < s->line_count; i++)
            if (s->lines[i].kind == ESTIMATE && s->lines[i].panel != which) {
                fprintf(g, "%s$L%zu using 1:2 with lines lw 1 lc rgb '%s' notitle", next, i, style_greys[BEHIND].light);
                next = ", \\\n  ";
            }
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        if (l->panel != which || !l->band) continue;
        fprintf(g,
                "%s$L%zu using 1:3:4 with filledcurves lc rgb '%s' fs transparent solid %g noborder notitle, \\\n"
                "  $L%zu using 1:5:6 with filledcurves lc rgb '%s' fs transparent pattern 4 noborder notitle",
                next, i, l->shade.light, STYLE_BAND, i, style_greys[BEHIND].light);
        next = ", \\\n  ";
    }
    static const double widths[] = {
        [ESTIMATE] = STYLE_CURVE, [LIMIT] = STYLE_BOUND, [PART] = STYLE_PART, [GUIDE] = STYLE_PART};
    for (int pass = 0; pass < 2; pass++) /* estimates over all else */
        for (size_t i = 0; i < s->line_count; i++) {
            const struct line *l = &s->lines[i];
            if (l->panel != which || l->kind == STROKE || (l->kind == ESTIMATE) != pass) continue;
            size_t drawn = 0;
            for (size_t m = 0; m < l->count; m++) drawn += isfinite(l->marks[m].y) ? 1 : 0;
            if (drawn == 1 && pass)
                fprintf(g, "%s$L%zu using 1:2 with points pt 7 ps 0.8 lc rgb '%s' notitle", next, i, l->shade.light);
            else
                fprintf(g, "%s$L%zu using 1:2 with lines lw %g dt %s lc rgb '%s' notitle", next, i,
                        widths[l->kind] * thick, l->kind == LIMIT ? "(8,5)" : l->shade.dashes, l->shade.light);
            next = ", \\\n  ";
        }
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        if (l->panel != which || l->kind != STROKE || l->stroke == STROKE_STARS || l->stroke == STROKE_WORDS) continue;
        fprintf(g, "%s$L%zu using 1:2 with ", next, i);
        if (l->stroke == STROKE_POINTS)
            fprintf(g, "points pt 7 ps %.3g", 0.45 * l->weight * thick);
        else if (l->stroke == STROKE_AREA)
            fputs("filledcurves closed fs solid noborder", g);
        else
            fprintf(g, "%s lw %.3g dt %s", l->stroke == STROKE_STEPS ? "steps" : "lines",
                    STYLE_STROKE * l->weight * thick, l->shade.dashes);
        fprintf(g, " lc rgb '%s' notitle", l->shade.light);
        next = ", \\\n  ";
    }
    if (*next == 'p') fputs("plot NaN notitle", g); /* words alone */
    fputc('\n', g);
}

static const char *const reaches[LANGUAGES] = {"interval reaches 0", "интервал доходит до 0"};

/* Tics of a panel's axis: a picture's own, if it has any there. */
static struct tics panel_tics(const struct scene *s, size_t which, char axis, const struct axis *a, double room,
                              size_t language) {
    struct tics own = {.count = 0};
    for (size_t i = 0; i < s->tic_count; i++) {
        const struct picture_tic *t = &s->tics[i];
        if (t->panel != which || t->axis != axis || !inside(a, t->at) || own.count == TICS_MAX) continue;
        own.at[own.count] = t->at;
        snprintf(own.text[own.count++], sizeof own.text[0], "%s", t->name[language]);
    }
    return own.count ? own : tics_of(a, room, language);
}

/* How panels share the figure. */
struct grid {
    size_t count, columns, rows;
    double left, right, foot, under; /* under: where the first row begins */
    double gap_x, gap_y, wide, high; /* of a panel; gap_y: above each */
    double list;                     /* how high the list of words below is; 0: there is none */
};

/* A unit of x as long as one of y: the axis that has room to spare shows more. */
static void make_equal(struct panel *p) {
    double x = (p->x.high - p->x.low) / (p->box.right - p->box.left);
    double y = (p->y.high - p->y.low) / (p->box.top - p->box.bottom), unit = fmax(x, y);
    struct axis *const axes[] = {&p->x, &p->y};
    for (int i = 0; i < 2; i++) {
        double middle = (axes[i]->low + axes[i]->high) / 2, half = (axes[i]->high - axes[i]->low) / 2;
        half *= unit / (i ? y : x);
        axes[i]->low = middle - half;
        axes[i]->high = middle + half;
    }
}

/* Of two neighbours on the x axis that would run into each other, the shorter one goes. */
static void thin_out(struct tics *t, const struct panel *p, double size) {
    for (size_t i = 1, last = 0; i < t->count; i++) {
        double apart = spot_of(p, t->at[i], p->y.low).x - spot_of(p, t->at[last], p->y.low).x;
        double before = style_text_width(t->text[last], size), now = style_text_width(t->text[i], size);
        if (apart < (before + now) / 2 + 3) {
            t->text[now < before ? i : last][0] = 0;
            if (now < before) continue;
        }
        last = i;
    }
}

static void write_axes(FILE *g, const struct scene *s, const struct looks *o, size_t which, const struct grid *grid,
                       const struct panel *p, size_t language) {
    const struct sizes *z = &o->sizes;
    const struct scene_axes *a = &s->axes[which];
    size_t column = which % grid->columns;
    fprintf(g,
            "set lmargin at screen %.5f\nset rmargin at screen %.5f\nset bmargin at screen %.5f\nset tmargin at screen "
            "%.5f\n",
            p->box.left / z->width, p->box.right / z->width, p->box.bottom / z->height, p->box.top / z->height);
    fprintf(g, "set xrange [%.9g:%.9g]\nset yrange [%.9g:%.9g]\nunset logscale\n", p->x.low, p->x.high, p->y.low,
            p->y.high);
    if (!p->x.linear) fputs("set logscale x\n", g);
    if (!p->y.linear) fputs("set logscale y\n", g);
    if (a->bare)
        fputs("unset border\n", g);
    else
        fprintf(g, "set border 3 lw 0.8 lc rgb '%s'\n", style_greys[GREY].light);
    if (!o->words || a->bare) {
        fputs("unset xtics\nunset ytics\nunset grid\n", g);
        return;
    }
    fprintf(g, "set grid lt 1 lw 0.6 dt %s lc rgb '%s'\n", o->dotted ? "(1,4)" : "1",
            style_greys[o->dotted ? GREY : RULE].light);
    double tic = grid->count > 4 ? z->tic - 1 : z->tic;
    struct tics x = panel_tics(s, which, 'x', &p->x, grid->wide / 58, language);
    struct tics y = panel_tics(s, which, 'y', &p->y, grid->high / 45, language);
    thin_out(&x, p, tic);
    size_t end = x.count; /* where the next panel's first number stands */
    if (end && column + 1 < grid->columns && !s->own_axes && along(&p->x, x.at[end - 1]) > 0.93) x.text[end - 1][0] = 0;
    write_tics(g, 'x', &x, s->own_axes || which + grid->columns >= grid->count, tic * o->unit);
    write_tics(g, 'y', &y, s->own_axes || column == 0, tic * o->unit);
    const char *grey = style_greys[GREY].light;
    if (s->own_axes && grid->count > 1) {
        double size = z->label - 1;
        write_label(g, o, p->box.left - grid->left + 8, p->box.top + size, "left", a->y_name, size, grey);
        write_label(g, o, p->box.right, p->box.bottom - 2.05 * z->tic, "right", a->x_name, size, grey);
    }
}

/* ---- words in a list below ---- */

/* The words that a stroke's number stands for, in lines; NULL: it stays as it is. */
static const char *listed(const struct line *l) {
    const char *gap = is_stroke(l, STROKE_WORDS) ? strstr(l->label, "  ") : NULL;
    return gap && gap != l->label ? gap + 2 : NULL;
}
static size_t list_lines(const struct line *l, const struct sizes *z, char out[TEXT]) {
    return style_wrap(out, TEXT, listed(l), z->tic, z->width - 44);
}

double layout_list_height(const struct scene *s, const struct sizes *z) {
    enum { FEW = 8 };
    size_t words = 0, lines = 0;
    char text[TEXT];
    for (size_t i = 0; i < s->line_count; i++)
        if (listed(&s->lines[i])) words++, lines += list_lines(&s->lines[i], z, text);
    return z->width < 450 && words > FEW ? 1.3 * z->tic * (double)lines + 8 : 0;
}

static void write_list(FILE *g, const struct scene *s, const struct looks *o, double top) {
    double line = 1.3 * o->sizes.tic, y = top - line / 2;
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        char text[TEXT], number[32];
        if (!listed(l)) continue;
        double lines = (double)list_lines(l, &o->sizes, text);
        snprintf(number, sizeof number, "%.*s", (int)strcspn(l->label, " "), l->label);
        write_label(g, o, 28, y, "right", number, o->sizes.tic, l->shade.light);
        write_label(g, o, 36, y - (lines - 1) * line / 2, "left", text, o->sizes.tic, l->shade.light);
        y -= lines * line;
    }
}

/* A panel's title above it, smaller where it would run into the next one. */
static void write_panel_title(FILE *g, const struct scene *s, const struct looks *o, size_t which,
                              const struct grid *grid, const struct panel *p) {
    const char *title = s->panel_title[which];
    double size = o->sizes.label - (grid->columns > 2 ? 2 : 0), full = style_text_width(title, size);
    double wide = s->own_axes ? grid->wide + grid->left - 12 : grid->wide;
    if (full > wide) size = fmax(8.5, 0.97 * size * wide / full);
    double raised = s->own_axes && *s->axes[which].y_name ? 1.6 * o->sizes.label : 0;
    write_label(g, o, s->own_axes ? p->box.left - grid->left + 8 : p->box.left + 2,
                p->box.top + 0.6 * o->sizes.label + raised, "left", title, size,
                *s->panel_shade[which].light ? s->panel_shade[which].light : style_greys[INK].light);
}

/* Labels beside their lines, stars, and where an interval reaches 0. */
static void write_within(FILE *g, const struct scene *s, const struct looks *o, size_t which, const struct grid *grid,
                         const struct panel *p, bool column, struct crowd *crowd, size_t language) {
    const struct sizes *z = &o->sizes;
    bool told = false;
    for (size_t i = 0; i < s->line_count; i++)
        if (s->lines[i].panel == which || (grid->count > 1 && !s->own_axes && s->lines[i].kind == ESTIMATE))
            crowd_line(crowd, p, &s->lines[i], s->lines[i].panel == which ? 2 : 0.1);
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        double middle;
        if (l->panel != which) continue;
        if (is_stroke(l, STROKE_WORDS)) {
            struct spot at = spot_of(p, l->marks[0].x, l->marks[0].y);
            char words[TEXT];
            bool below = grid->list > 0 && listed(l);
            double size = below ? z->tic - 1 : l->weight * (z->label - 1);
            snprintf(words, sizeof words, "%.*s", below ? (int)strcspn(l->label, " ") : TEXT, l->label);
            at.x = fmax(4, fmin(at.x, z->width - 4 - style_text_width(words, size))); /* none is cut */
            write_label(g, o, at.x, at.y, "left", words, size, l->shade.light);
        } else if (*l->label && (!column || isnan(end_height(p, l)))) {
            place_within(g, o, p, l, crowd, grid->count > 1 ? z->tic - 1 : z->label - 1);
        }
        if (!told && reaches_zero(l, p, &middle)) {
            told = true;
            double half = style_text_width(reaches[language], z->small + 2) / 2;
            middle = fmax(fmin(middle, p->box.right - half - 2), p->box.left + half + 2);
            write_label(g, o, middle, p->box.bottom + 0.8 * z->small, "center", reaches[language], z->small + 2,
                        style_greys[GREY].light);
        }
    }
}

static void write_stars(FILE *g, const struct scene *s, const struct looks *o, size_t which, const struct panel *p) {
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        if (l->panel != which || !is_stroke(l, STROKE_STARS)) continue;
        for (size_t m = 0; m < l->count; m++) {
            struct spot at = spot_of(p, l->marks[m].x, l->marks[m].y);
            if (inside(&p->x, l->marks[m].x) && inside(&p->y, l->marks[m].y))
                layout_star(g, &o->sizes, at.x, at.y, (o->words ? 10 : 7) * l->weight);
        }
    }
}

/* Room for the numbers of the y axes and for titles, and what is left for panels. */
static struct grid grid_of(const struct scene *s, const struct looks *o, struct panel *panels, double head,
                           size_t language) {
    const struct sizes *z = &o->sizes;
    /* A thumbnail shows the first panel, with all curves on it where they share axes. */
    size_t count = o->words ? s->panel_count : 1;
    struct grid grid = {.count = count, .columns = count <= 3 ? count : count == 4 ? 2 : count <= 9 ? 3 : 4};
    if (count > 1 && z->width < 450) grid.columns = s->own_axes && count <= 3 ? 1 : 2;
    grid.rows = (count + grid.columns - 1) / grid.columns;
    grid.list = o->words ? layout_list_height(s, z) : 0;
    grid.foot = o->words ? 2.75 * z->tic + grid.list : 4;
    bool above = count == 1 || !s->own_axes; /* the quantity's name stands there once for all */
    bool name = above && *s->axes[0].y_name;
    grid.under = z->height - head - (!o->words ? 4 : name ? 1.75 * z->label : above ? 0.8 * z->label : 0.2 * z->label);
    double tic = count > 4 ? z->tic - 1 : z->tic, numbers = 0;
    for (size_t p = 0; p < count; p++) {
        struct tics t =
            panel_tics(s, p, 'y', &panels[p].y, (grid.under - grid.foot) / (double)grid.rows / 45, language);
        if (!s->axes[p].bare) numbers = fmax(numbers, widest_tic(&t, tic));
    }
    grid.left = o->words ? numbers + 14 : 4;
    grid.right = o->words ? 14 : 4;
    bool titled = false, named = false;
    for (size_t p = 0; p < count; p++) {
        titled |= *s->panel_title[p] != 0;
        named |= *s->axes[p].y_name != 0;
    }
    grid.gap_x = s->own_axes ? grid.left + 6 : 12;
    if (count > 1) grid.gap_y = (s->own_axes ? (titled ? 1.35 : 0) + (named ? 1.6 : 0) : 1.35) * z->label;
    return grid;
}

/* The panel that a thumbnail shows: the first on which more than words are drawn. */
static size_t telling_panel(const struct scene *s) {
    size_t least = s->panel_count;
    for (size_t i = 0; i < s->line_count; i++)
        if (!is_stroke(&s->lines[i], STROKE_WORDS) && s->lines[i].panel < least) least = s->lines[i].panel;
    return least < s->panel_count ? least : 0;
}

void layout_scene(FILE *g, const struct scene *s, const struct looks *o, size_t language) {
    const struct sizes *z = &o->sizes;
    struct panel *panels = allocate(s->panel_count, sizeof *panels);
    for (size_t p = 0; p < s->panel_count; p++) find_axes(s, p, &panels[p].x, &panels[p].y);
    write_blocks(g, s, panels);
    fputs("set encoding utf8\nset minussign\nunset key\nset multiplot\n", g);
    double head = layout_title(g, s->title, o);
    struct grid grid = grid_of(s, o, panels, head, language);
    if (grid.list > 0) write_list(g, s, o, grid.list);
    struct column *column = NULL;
    double label_width = column_width(z);
    if (o->words && (grid.count == 1 || !s->own_axes)) {
        char name[TEXT];
        style_wrap(name, TEXT, s->axes[0].y_name, z->label, 4 * z->width);
        write_label(g, o, 8, grid.under + 1.05 * z->label, "left", name, z->label, style_greys[GREY].light);
        write_label(g, o, z->width - 6, grid.list + 0.7 * z->tic, "right", s->axes[0].x_name, z->label,
                    style_greys[GREY].light);
    }
    if (o->words && grid.count == 1) {
        column = allocate(1, sizeof *column);
        panels[0].box = (struct box_on_page){grid.left, z->width - 100, grid.foot, grid.under};
        fill_column(column, s, &panels[0], z->label, label_width);
        if (column->count) grid.right = column->width + 14;
    }
    double between = s->own_axes ? grid.foot : 0; /* numbers of x under each row */
    grid.wide = (z->width - grid.left - grid.right - grid.gap_x * (double)(grid.columns - 1)) / (double)grid.columns;
    grid.high = (grid.under - grid.foot - grid.gap_y * (double)grid.rows - between * (double)(grid.rows - 1)) /
                (double)grid.rows;
    struct crowd crowd = {0};
    size_t first = o->words || !s->own_axes ? 0 : telling_panel(s);
    for (size_t place = 0; place < grid.count; place++) {
        size_t p = first + place;
        struct panel *panel = &panels[p];
        double x = grid.left + (double)(place % grid.columns) * (grid.wide + grid.gap_x);
        double top = grid.under - (double)(place / grid.columns) * (grid.high + grid.gap_y + between) - grid.gap_y;
        panel->box = (struct box_on_page){x, x + grid.wide, top - grid.high, top};
        if (s->axes[p].equal) make_equal(panel);
        write_axes(g, s, o, p, &grid, panel, language);
        if (o->words && grid.count > 1) write_panel_title(g, s, o, p, &grid, panel);
        if (o->words) write_within(g, s, o, p, &grid, panel, column != NULL, &crowd, language);
        if (column) {
            fill_column(column, s, panel, z->label, label_width);
            style_spread(column->middle, column->height, column->count, grid.foot - 0.5 * z->tic, z->height - head);
            for (size_t j = 0; j < column->count; j++)
                write_label(g, o, panel->box.right + 8, column->middle[j], "left", column->text[j], z->label,
                            column->line[j]->shade.light);
        }
        write_stars(g, s, o, p, panel);
        write_panel(g, s, o, p);
        if (!o->words)
            for (size_t q = 1; q < s->panel_count && !s->own_axes; q++) write_panel(g, s, o, q);
        fputs("unset label\nunset object\n", g);
    }
    fputs("unset multiplot\n", g);
    free(crowd.spots);
    free(column);
    free(panels);
}
