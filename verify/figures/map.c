/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map.h"

#include <gsl/gsl_spline2d.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/fail.h"
#include "gnuplot.h"
#include "layout.h"

enum {
    COLUMNS = 241, /* of the grid */
    ROWS = 151,
    CONTOURS = 15,   /* at most */
    DIVIDED = 12,    /* the same where areas are drawn as well */
    LONGEST = 10000, /* points of a path */
};

/* Where the map lies, of the figure's width or height. */
struct frame {
    double left, right, bottom, top;
};

static const char *const start_name[2] = {"start", "начало"};

/* Heights on the grid, or their logarithms, and the scale that colours and contours share. */
struct surface {
    double height[ROWS][COLUMNS];
    double least, most; /* height; infinities if nowhere there is one */
    double low, high;   /* ends of the scale */
    double step;        /* contours are at its multiples */
};

/* The place of number i out of count along an axis. */
static double place(const struct map *m, int axis, size_t i, size_t count) {
    return m->low[axis] + (m->high[axis] - m->low[axis]) * (double)i / (double)(count - 1);
}

/* The least of 1, 2, 2.5, 5, 10, ... and 0.5, 0.25, ... that divides the span into so many parts at most. */
static double round_step(double span, int parts) {
    double least = span / parts, power = pow(10, floor(log10(least))), digit = least / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 2.5 ? 2.5 : digit <= 5 ? 5 : 10);
}

/* Heights on a coarser grid, and what lies between them. */
struct table {
    gsl_spline2d *spline; /* NULL: the map has a function */
    double *x, *y, *height;
};
static struct table table_of(const struct map *m) {
    struct table t = {NULL, NULL, NULL, NULL};
    if (!m->fill) return t;
    t.x = allocate(2 * m->side + m->side * m->side, sizeof *t.x);
    t.y = t.x + m->side;
    t.height = t.y + m->side;
    for (size_t i = 0; i < m->side; i++) {
        t.x[i] = place(m, 0, i, m->side);
        t.y[i] = place(m, 1, i, m->side);
    }
    if (m->heights)
        memcpy(t.height, m->heights, m->side * m->side * sizeof *t.height);
    else
        m->fill(m, t.height);
    t.spline = gsl_spline2d_alloc(gsl_interp2d_bicubic, m->side, m->side);
    gsl_spline2d_init(t.spline, t.x, t.y, t.height, m->side, m->side);
    return t;
}
static void table_free(struct table *t) {
    if (t->spline) gsl_spline2d_free(t->spline);
    free(t->x);
}

static double height_at(const struct map *m, const struct table *t, double x, double y) {
    double h = t->spline ? gsl_spline2d_eval(t->spline, x, y, NULL, NULL) : m->height(x, y);
    if (m->lowest < m->highest) /* a NaN stays one */
        h = h < m->lowest ? m->lowest : h > m->highest ? m->highest : h;
    return m->logarithmic ? log10(h) : h;
}

static struct surface *survey(const struct map *m) {
    struct surface *s = allocate(1, sizeof *s);
    s->least = INFINITY;
    s->most = -INFINITY;
    struct table t = table_of(m);
    for (size_t r = 0; r < ROWS; r++)
        for (size_t c = 0; c < COLUMNS; c++) {
            double h = s->height[r][c] = height_at(m, &t, place(m, 0, c, COLUMNS), place(m, 1, r, ROWS));
            if (!isfinite(h)) continue;
            s->least = fmin(s->least, h);
            s->most = fmax(s->most, h);
        }
    table_free(&t);
    /* If 0 divides it, both colours have their place on the scale; and if there is but one height, or none, some scale
     * must be. */
    bool flat = !(s->least < s->most);
    s->low = m->divided || (flat && s->least > 0) ? fmin(s->least, 0) : s->least;
    s->high = m->divided || (flat && s->most < 0) ? fmax(s->most, 0) : s->most;
    if (!(s->low < s->high)) {
        s->low = 0;
        s->high = 1;
    }
    s->step = round_step(s->high - s->low, m->divided ? DIVIDED : CONTOURS);
    return s;
}

/* Heights in bands between multiples of the step, as rectangles: corners, then the height that colours it.  A row is
 * drawn over the upper half of the one below it, and a band over its neighbour's end, so that no seam shows. */
static void write_bands(FILE *g, const struct map *m, const struct surface *s) {
    double dx = (m->high[0] - m->low[0]) / (COLUMNS - 1), dy = (m->high[1] - m->low[1]) / (ROWS - 1);
    fputs("$B << END\n", g);
    for (size_t r = 0; r < ROWS; r++) {
        double y = place(m, 1, r, ROWS), begin = m->low[0];
        for (size_t c = 0; c < COLUMNS; c++) {
            double here = s->height[r][c], x = place(m, 0, c, COLUMNS);
            if (!isfinite(here)) {
                begin = x + dx / 2;
                continue;
            }
            double next = c + 1 < COLUMNS ? s->height[r][c + 1] : NAN;
            double band = floor(here / s->step), last = isfinite(next) ? floor(next / s->step) : band;
            while (true) {
                bool ends = band == last;
                if (ends && isfinite(next)) break; /* goes on in the next column */
                double way = band < last ? 1 : -1, edge = (band < last ? band + 1 : band) * s->step;
                double end = ends ? x + dx / 2 : x + dx * (edge - here) / (next - here);
                double colour = fmin(fmax((band + 0.5) * s->step, s->low), s->high);
                fprintf(g, "%.6g %.6g %.6g %.6g %.6g\n", begin, end + (ends ? 0 : dx / 2), y - dy / 2, y + dy, colour);
                begin = end;
                if (ends) break;
                band += way;
            }
        }
    }
    fputs("END\n", g);
}

static void write_heights(FILE *g, const struct map *m, const struct surface *s) {
    fputs("$H << END\n", g);
    for (size_t r = 0; r < ROWS; r++) {
        for (size_t c = 0; c < COLUMNS; c++) {
            fprintf(g, "%.9g %.9g", place(m, 0, c, COLUMNS), place(m, 1, r, ROWS));
            gnuplot_number(g, s->height[r][c]);
            fputc('\n', g);
        }
        fputc('\n', g);
    }
    fputs("END\n", g);
}

/* Points that the eye could not tell from the last one are left out. */
static void write_path(FILE *g, const struct map *m, size_t which) {
    double(*point)[2] = allocate(LONGEST, sizeof *point), drawn[2] = {INFINITY, INFINITY};
    size_t count = m->path(which, LONGEST, point), finite = 0, written = 0;
    while (finite < count && isfinite(point[finite][0]) && isfinite(point[finite][1])) finite++;
    fprintf(g, "$P%zu << END\n", which);
    for (size_t i = 0; i < finite; i++) {
        double far = 0;
        for (int j = 0; j < 2; j++) far = fmax(far, fabs(point[i][j] - drawn[j]) / (m->high[j] - m->low[j]));
        if (far < 1.0 / 700 && i + 1 < finite) continue;
        gnuplot_number(g, point[i][0]);
        gnuplot_number(g, point[i][1]);
        fputc('\n', g);
        memcpy(drawn, point[i], sizeof drawn);
        written++;
    }
    fprintf(g, "END\nlast_%zu = %zu\n", which, written ? written - 1 : 0);
    free(point);
}

/* Lets gnuplot make the contours $`name` at multiples of the step, from number `first` on and at most `last`.  Where there
 * are none it would complain, so it is not asked. */
static void make_contours(FILE *g, char name, const struct surface *s, double first, double last, bool but_0) {
    bool any = false;
    for (double i = fmax(first, floor(s->least / s->step) + 1); i <= last && i * s->step < s->most; i++) {
        if (but_0 && i == 0) continue;
        fprintf(g, "%s%.9g", any ? ", " : "set cntrparam levels discrete ", i * s->step);
        any = true;
    }
    if (any)
        fprintf(g, "\nset table $%c\nsplot $H using 1:2:3\nunset table\n", name);
    else
        fprintf(g, "$%c << END\nEND\n", name);
}

void map_data(FILE *g, const struct map *m) {
    struct surface *s = survey(m);
    fprintf(g, "set decimalsign\nlow = %.9g\nhigh = %.9g\nset contour base\nunset surface\n", s->low, s->high);
    write_heights(g, m, s);
    make_contours(g, 'L', s, -INFINITY, INFINITY, m->divided);
    if (m->divided) {
        write_bands(g, m, s);
        make_contours(g, 'Z', s, 0, 0, false);
    }
    for (size_t i = 0; i < m->path_count; i++) write_path(g, m, i);
    free(s);
}

/* One scale from cool to warm; or, if 0 divides it, one on each side, with a jump at 0. */
static void write_palette(FILE *g, bool divided) {
    enum { SHADES = STYLE_HEIGHTS };
    fputs("set cbrange [low:high]\nset palette defined (", g);
    for (size_t i = 0; i < SHADES; i++)
        if (divided)
            fprintf(g, "low * %.9g '%s', ", 1 - (double)i / (SHADES - 1), style_cool[i]);
        else
            fprintf(g, "%zu '%s', ", i, style_cool[i]);
    if (!divided) fprintf(g, "%d '%s', ", SHADES, style_middle);
    for (size_t i = 0; i < SHADES; i++)
        if (divided)
            fprintf(g, "high * %.9g '%s'%s", (double)i / (SHADES - 1), style_warm[i], i + 1 < SHADES ? ", " : ")\n");
        else
            fprintf(g, "%zu '%s'%s", SHADES + 1 + i, style_warm[i], i + 1 < SHADES ? ", " : ")\n");
}

/* A path's look: its method's, or colours in turn. */
static struct shade path_shade(const struct map *m, size_t which) {
    if (!m->colours) return style_shade(which, which / STYLE_COLOURS * STYLE_SHADES);
    size_t before = 0;
    for (size_t i = 0; i < which; i++) before += m->colours[i] == m->colours[which];
    return style_shade(m->colours[which], before);
}

enum { KEY_LINE = 19 };
double map_key_height(const struct map *m) {
    return m->path_count ? KEY_LINE * (double)((m->path_count + 2) / 2) : 0; /* the start is named too */
}

void map_plot(FILE *g, const struct map *m, const char *title, const struct looks *o, size_t language) {
    const struct sizes *z = &o->sizes;
    fputs("set encoding utf8\nset minussign\n", g);
    double head = layout_title(g, title, o), key = 0;
    for (size_t i = 0; i < m->path_count && o->words; i++)
        key = fmax(key, style_text_width(m->paths[i][language], z->tic) + 52);
    double bar = o->words ? 18 + 3 * z->tic : 4;
    bool below = z->width < 450 && o->words; /* a phone has no room beside the map */
    if (below) key = 0;
    struct frame f = {.left = (o->words ? 3 * z->tic : 4) / z->width,
                      .right = 1 - (key + bar) / z->width,
                      .bottom = ((o->words ? 2.75 * z->tic : 4) + (below ? map_key_height(m) : 0)) / z->height,
                      .top = 1 - (head + (o->words ? 1.75 * z->label : 4)) / z->height};
    fprintf(g, "unset logscale\nset format cb '%s'\n", m->logarithmic ? "10^{%g}" : "%g");
    if (language) fputs("set decimalsign ','\n", g);
    fprintf(g, "set xrange [%.9g:%.9g]\nset yrange [%.9g:%.9g]\nset clip two\n", m->low[0], m->high[0], m->low[1],
            m->high[1]);
    fprintf(g,
            "set lmargin at screen %g\nset rmargin at screen %g\nset bmargin at screen %g\nset tmargin at screen %g\n",
            f.left, f.right, f.bottom, f.top);
    const char *ink = style_greys[INK].light, *grey = style_greys[GREY].light;
    fprintf(g,
            "set border 15 lw 0.8 lc rgb '%s'\nset tics font ',%g' tc rgb '%s' scale 0.5\nset xtics offset 0,0.35\nset "
            "ytics offset 0.4,0\n",
            grey, z->tic * o->unit, ink);
    if (o->words) {
        fprintf(g, "set label \"%s\" at screen %g,%g right font ',%g' tc rgb '%s'\n", m->x[language], f.right,
                f.bottom - 2.05 * z->tic / z->height, z->label * o->unit, grey);
        fprintf(g, "set label \"%s\" at screen %g,%g left font ',%g' tc rgb '%s'\n", m->y[language], 8 / z->width,
                f.top + 1.05 * z->label / z->height, z->label * o->unit, grey);
        /* Over the colour bar, or where that is near the edge, up to it. */
        bool wide = key == 0 && style_text_width(m->height_name[language], z->label) > bar;
        fprintf(g, "set label \"%s\" at screen %g,%g %s font ',%g' tc rgb '%s'\n", m->height_name[language],
                wide ? 1 - 6 / z->width : f.right + 8 / z->width, f.top + 1.05 * z->label / z->height,
                wide ? "right" : "left", z->label * o->unit, grey);
        fprintf(g, "set grid front lw 0.6 lc rgb '#80808080'\n%s", m->logarithmic ? "set cbtics 1\n" : "");
        fprintf(g, "set colorbox user origin screen %g, screen %g size screen %g, screen %g\n", f.right + 8 / z->width,
                f.bottom, 10 / z->width, f.top - f.bottom);
    } else {
        fputs("unset xtics\nunset ytics\nunset colorbox\n", g);
    }
    if (below && m->path_count)
        fprintf(g,
                "set key at screen 0.02, screen %g left top Left reverse maxrows %zu samplen 1 spacing 1 width -2 font "
                "',%g' "
                "tc rgb '%s'\n",
                map_key_height(m) / z->height, (m->path_count + 2) / 2, z->tic * o->unit, ink);
    else if (key > 0) {
        /* In one column: gnuplot would begin another, out of sight, where lines of 1.55 letters do not fit. */
        double room = 0.97 * (f.top - f.bottom) * z->height / (1.55 * z->tic * (double)(m->path_count + 1));
        fprintf(g,
                "set key at screen %g, screen %g left top Left reverse maxrows %zu maxcols 1 samplen 1.2 spacing %.3g "
                "font ',%g' tc rgb '%s'\n",
                f.right + bar / z->width, f.top, m->path_count + 1, fmin(1.1, room), z->tic * o->unit, ink);
    } else
        fputs("unset key\n", g);
    write_palette(g, m->divided);
    if (m->star)
        layout_star(g, z,
                    z->width * (f.left + (m->star[0] - m->low[0]) / (m->high[0] - m->low[0]) * (f.right - f.left)),
                    z->height * (f.bottom + (m->star[1] - m->low[1]) / (m->high[1] - m->low[1]) * (f.top - f.bottom)),
                    0.026 * z->height);
    if (m->divided)
        fputs("plot $B using (0):(0):1:2:3:4:5 with boxxyerror fs solid noborder lc palette notitle, \\\n"
              "  $L using 1:2 with lines lw 0.5 lc rgb '#a0000000' notitle, \\\n"
              "  $Z using 1:2 with lines lw 3.5 lc rgb '#000000' notitle",
              g);
    else
        fputs("plot $L using 1:2:3 with lines lw 1.2 lc palette notitle", g);
    for (size_t i = 0; i < m->path_count; i++) {
        struct shade shade = path_shade(m, i);
        char name[TEXT];
        snprintf(name, sizeof name, "%s", m->paths[i][language]);
        localize(name, language);
        fprintf(g, ", \\\n  $P%zu using 1:2 with lines lw 2.2 dt %s lc rgb '%s' title \"%s\"", i, shade.dashes,
                shade.light, name);
    }
    for (size_t i = 0; i < m->path_count; i++) /* where it ends, and where it starts */
        fprintf(g, ", \\\n  $P%zu using 1:2 every ::last_%zu::last_%zu with points pt 7 ps 0.6 lc rgb '%s' notitle", i,
                i, i, path_shade(m, i).light);
    for (size_t i = 0; i < m->path_count; i++)
        fprintf(g, ", \\\n  $P%zu using 1:2 every ::0::0 with points pt 6 ps 0.9 lw 2 lc rgb '%s' %s%s%s", i, ink,
                i ? "notitle" : "title \"", i ? "" : start_name[language], i ? "" : "\"");
    fputc('\n', g);
}
