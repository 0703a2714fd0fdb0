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
struct tics {
    double at[16];
    char text[16][64];
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
    *x = (struct axis){INFINITY, -INFINITY, s->linear_x};
    *y = (struct axis){INFINITY, -INFINITY, s->linear_y};
    double band = INFINITY, limit = INFINITY;
    for (size_t i = 0; i < s->line_count; i++) {
        const struct line *l = &s->lines[i];
        if (s->own_axes && l->panel != which) continue;
        for (size_t m = 0; m < l->count; m++) {
            const struct mark *k = &l->marks[m];
            if (!isfinite(k->x) || !isfinite(k->y)) continue;
            if (l->kind != PART) {
                x->low = fmin(x->low, k->x);
                x->high = fmax(x->high, k->x);
            }
            if (l->kind == PART || (!s->linear_y && !(k->y > 0))) continue;
            if (l->kind == ESTIMATE || s->linear_y) y->low = fmin(y->low, k->y);
            if (l->kind == LIMIT) limit = fmin(limit, k->y);
            y->high = fmax(y->high, k->y);
            if (l->band && s->linear_y) {
                y->low = fmin(y->low, k->low);
                y->high = fmax(y->high, k->high);
            } else if (l->band && k->low > 0) {
                band = fmin(band, k->low);
            }
        }
    }
    if (s->linear_y) {
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
    if (s->y_low < s->y_high) {
        y->low = s->y_low;
        y->high = fmax(s->y_high, s->linear_y ? 0 : fmin(y->high, 1e3));
    }
    if (!(x->low < x->high)) {
        x->high = x->low + 1;
        if (!s->linear_x) {
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
    if (t->count == 16) return;
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

/* Points along a line every three pixels, within its panel. */
static void crowd_line(struct crowd *c, const struct panel *p, const struct line *l, double weight) {
    for (size_t m = 0; m + 1 < l->count; m++) {
        struct spot a = spot_of(p, l->marks[m].x, l->marks[m].y), b = spot_of(p, l->marks[m + 1].x, l->marks[m + 1].y);
        if (!isfinite(a.x + a.y + b.x + b.y)) continue;
        double length = fmin(hypot(b.x - a.x, b.y - a.y), 3000), steps = ceil(length / 3) + 1;
        for (double t = 0; t <= steps; t++) {
            double x = a.x + (b.x - a.x) * t / steps, y = a.y + (b.y - a.y) * t / steps;
            if (y >= p->box.bottom && y <= p->box.top) crowd_add(c, x, y, weight);
        }
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
    for (size_t i = 0; i < own.count; i += 4)
        for (int side = 0; side < 4; side++) {
            double x = own.spots[i].x + (side & 1 ? 4 : -4 - width),
                   y = own.spots[i].y + (side & 2 ? 0.7 : -0.7) * height;
            if (x < p->box.left + 2 || x + width > p->box.right || y - height / 2 < p->box.bottom + 2 ||
                y + height / 2 > p->box.top)
                continue;
            double cost = 2 * (double)(own.count - i) / (double)own.count;
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
            if (l->panel != which || (l->kind == ESTIMATE) != pass) continue;
            size_t drawn = 0;
            for (size_t m = 0; m < l->count; m++) drawn += isfinite(l->marks[m].y) ? 1 : 0;
            if (drawn == 1 && pass)
                fprintf(g, "%s$L%zu using 1:2 with points pt 7 ps 0.8 lc rgb '%s' notitle", next, i, l->shade.light);
            else
                fprintf(g, "%s$L%zu using 1:2 with lines lw %g dt %s lc rgb '%s' notitle", next, i,
                        widths[l->kind] * thick, l->kind == LIMIT ? "(8,5)" : l->shade.dashes, l->shade.light);
            next = ", \\\n  ";
        }
    fputc('\n', g);
}

static const char *const reaches[LANGUAGES] = {"interval reaches 0", "интервал доходит до 0"};

void layout_scene(FILE *g, const struct scene *s, const struct looks *o, size_t language) {
    const struct sizes *z = &o->sizes;
    size_t count = s->panel_count, columns = count <= 1 ? 1 : count == 3 ? 3 : count <= 4 ? 2 : count <= 9 ? 3 : 4;
    if (count > 1 && z->width < 450) columns = count <= 3 && s->own_axes ? 1 : columns < 3 ? columns : 3;
    if (!o->words) {
        columns = 1; /* a thumbnail shows the first panel with all curves on it */
        count = 1;
    }
    size_t rows = (count + columns - 1) / columns;
    struct panel *panels = allocate(s->panel_count, sizeof *panels);
    for (size_t p = 0; p < s->panel_count; p++) find_axes(s, p, &panels[p].x, &panels[p].y);
    write_blocks(g, s, panels);
    fputs("set encoding utf8\nset minussign\nunset key\nset multiplot\n", g);
    double head = layout_title(g, s->title, o);
    double tic = count > 4 ? z->tic - 1 : z->tic, foot = o->words ? 2.75 * z->tic : 4;
    double under = z->height - head - (o->words ? 1.6 * z->label : 4); /* the quantity's name */
    double axis_width = 0;
    struct tics y_tics = tics_of(&panels[0].y, (under - foot) / (double)rows / 45, language);
    for (size_t p = 0; p < count; p++) {
        struct tics t = tics_of(&panels[p].y, (under - foot) / (double)rows / 45, language);
        axis_width = fmax(axis_width, widest_tic(&t, tic));
    }
    double left = o->words ? axis_width + 14 : 4, right = o->words ? 14 : 4;
    struct column *column = NULL;
    if (o->words) {
        char name[TEXT];
        style_wrap(name, TEXT, s->y_name, z->label, 4 * z->width);
        write_label(g, o, 8, under + 0.75 * z->label, "left", name, z->label, style_greys[GREY].light);
        write_label(g, o, z->width - 6, 0.7 * z->tic, "right", s->x_name, z->label, style_greys[GREY].light);
        if (count == 1) {
            column = allocate(1, sizeof *column);
            panels[0].box = (struct box_on_page){left, z->width - 100, foot, under};
            fill_column(column, s, &panels[0], z->label, z->width < 450 ? 82 : 0.17 * z->width);
            right = column->count ? column->width + 14 : 14;
        }
    }
    double gap_x = s->own_axes ? left : 12, gap_y = count > 1 ? 1.35 * z->label : 0;
    double wide = (z->width - left - right - gap_x * (double)(columns - 1)) / (double)columns;
    double high = (under - foot - gap_y * (double)rows - (s->own_axes ? foot * (double)(rows - 1) : 0)) / (double)rows;
    struct crowd crowd = {0};
    for (size_t p = 0; p < count; p++) {
        struct panel *panel = &panels[p];
        size_t column_of = p % columns, row = p / columns;
        double x = left + (double)column_of * (wide + gap_x);
        double top = under - (double)row * (high + gap_y + (s->own_axes ? foot : 0)) - gap_y;
        panel->box = (struct box_on_page){x, x + wide, top - high, top};
        bool bottom = p + columns >= count, told = false;
        fprintf(g,
                "set lmargin at screen %.5f\nset rmargin at screen %.5f\nset bmargin at screen %.5f\nset tmargin at "
                "screen %.5f\n",
                x / z->width, (x + wide) / z->width, (top - high) / z->height, top / z->height);
        fprintf(g, "set xrange [%.9g:%.9g]\nset yrange [%.9g:%.9g]\nunset logscale\n", panel->x.low, panel->x.high,
                panel->y.low, panel->y.high);
        if (!panel->x.linear) fputs("set logscale x\n", g);
        if (!panel->y.linear) fputs("set logscale y\n", g);
        fprintf(g, "set border 3 lw 0.8 lc rgb '%s'\n", style_greys[GREY].light);
        if (o->words) {
            fprintf(g, "set grid lt 1 lw 0.6 lc rgb '%s'\n", style_greys[RULE].light);
            struct tics x_tics = tics_of(&panel->x, wide / 58, language);
            size_t end = x_tics.count; /* where the next panel's first number stands */
            if (end && column_of + 1 < columns && !s->own_axes && along(&panel->x, x_tics.at[end - 1]) > 0.93)
                x_tics.text[end - 1][0] = 0;
            y_tics = tics_of(&panel->y, high / 45, language);
            write_tics(g, 'x', &x_tics, s->own_axes || bottom, tic * o->unit);
            write_tics(g, 'y', &y_tics, s->own_axes || column_of == 0, tic * o->unit);
        } else {
            fputs("unset xtics\nunset ytics\n", g);
        }
        for (size_t i = 0; i < s->line_count && o->words; i++)
            if (s->lines[i].panel == p || (count > 1 && !s->own_axes && s->lines[i].kind == ESTIMATE))
                crowd_line(&crowd, panel, &s->lines[i], s->lines[i].panel == p ? 1 : 0.1);
        if (o->words && count > 1) {
            char title[TEXT];
            double size = z->label - (columns > 2 ? 2 : 0), full = style_text_width(s->panel_title[p], size);
            if (full > wide) size = fmax(8.5, 0.97 * size * wide / full);
            snprintf(title, TEXT, "%s", s->panel_title[p]);
            write_label(g, o, x + 2, top + 0.5 * z->label, "left", title, size,
                        *s->panel_shade[p].light ? s->panel_shade[p].light : style_greys[INK].light);
        }
        if (o->words)
            for (size_t i = 0; i < s->line_count; i++) {
                const struct line *l = &s->lines[i];
                double middle;
                if (l->panel != p) continue;
                if (*l->label && (count > 1 || isnan(end_height(panel, l))))
                    place_within(g, o, panel, l, &crowd, count > 1 ? z->tic - 1 : z->label - 1);
                if (!told && reaches_zero(l, panel, &middle)) {
                    told = true;
                    double half = style_text_width(reaches[language], z->small + 2) / 2;
                    middle = fmax(fmin(middle, panel->box.right - half - 2), panel->box.left + half + 2);
                    write_label(g, o, middle, panel->box.bottom + 0.8 * z->small, "center", reaches[language],
                                z->small + 2, style_greys[GREY].light);
                }
            }
        if (column) {
            fill_column(column, s, panel, z->label, z->width < 450 ? 82 : 0.17 * z->width);
            style_spread(column->middle, column->height, column->count, foot - 0.5 * z->tic, z->height - head);
            for (size_t j = 0; j < column->count; j++) {
                write_label(g, o, panel->box.right + 8, column->middle[j], "left", column->text[j], z->label,
                            column->line[j]->shade.light);
            }
        }
        if (o->words || count == 1) write_panel(g, s, o, p);
        if (!o->words)
            for (size_t q = 1; q < s->panel_count && !s->own_axes; q++) write_panel(g, s, o, q);
        fputs("unset label\n", g);
    }
    fputs("unset multiplot\n", g);
    free(crowd.spots);
    free(column);
    free(panels);
}
