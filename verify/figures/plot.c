/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../ledger/replace.h"
#include "../numbers/fail.h"
#include "gnuplot.h"
#include "map.h"

const char *const plot_languages[LANGUAGES] = {"en", "ru"};
const char *const plot_formats[FORMATS] = {"svg", "pdf", "png"};

/* Words of the figures. */
static const struct {
    const char *gap, *average_gap, *iteration, *mean, *bound, *ratio, *attained, *longer, *shorter, *signature;
} words[LANGUAGES] = {
    {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]", "E[{/:Italic f}({/:Italic x̄_k}) − {/:Italic f}^{ *}]",
     "iteration {/:Italic k}", "mean gap", "bound", "mean gap / bound", "attained", "longer step", "shorter step",
     "seed"},
    {"E[{/:Italic f}({/:Italic x_k}) − {/:Italic f}^{ *}]", "E[{/:Italic f}({/:Italic x̄_k}) − {/:Italic f}^{ *}]",
     "итерация {/:Italic k}", "средний зазор", "граница", "средний зазор / граница", "достигается", "длинный шаг",
     "короткий шаг", "зерно"},
};

/* A figure: its file name's middle part, and the curves on it. */
struct figure {
    const struct theorem *theorem;
    const char *name;
    const char *title[LANGUAGES];
    const struct curve *curves[64];
    const char *const *label[64];      /* the curves' problems, by language */
    const char *method[64][LANGUAGES]; /* and methods */
    size_t count;
    bool ratio;
    const struct drawing *drawing; /* a theorem's own, else NULL */
    const struct map *map;         /* the same */
};

static void file_name(char out[PATH_LENGTH], const struct plot_options *o, const struct figure *f, size_t language,
                      size_t format, const char *suffix) {
    char name[512];
    snprintf(name, sizeof name, "figures/%s-%s.%s.%s%s", f->theorem->id, f->name, plot_languages[language],
             plot_formats[format], suffix);
    path_join(out, o->directory, name);
}

/* Temporary names carry the process number, so that two programs do not meet. */
static void temporary_suffix(char out[32]) {
    snprintf(out, 32, ".%ld~", (long)getpid());
}

/* Each format's terminal: 16:9, with a font that has Cyrillic and mathematics. */
static const char *terminal(size_t format) {
    static const char *const terminals[FORMATS] = {
        "svg size 960,540 dynamic font 'CMU Serif,18'",
        "pdfcairo size 8in,4.5in font 'CMU Serif,14'",
        "pngcairo size 1920,1080 font 'CMU Serif,17' fontscale 2 linewidth 2 pointscale 2",
    };
    return terminals[format];
}

/* The data of curve i as gnuplot's $Ci: k, or what it stands for, estimate, lower, upper, bound, then the bound's
 * terms. */
static void write_data(FILE *g, const struct figure *f) {
    double unit = f->drawing && f->drawing->x_unit != 0 ? f->drawing->x_unit : 1;
    for (size_t i = 0; i < f->count; i++) {
        const struct curve *c = f->curves[i];
        fprintf(g, "$C%zu << END\n", i);
        for (size_t r = 0; r < c->count; r++) {
            const struct row *row = &c->rows[r];
            if (row->k == 0 && !(f->drawing && f->drawing->linear_x)) continue; /* no place on a logarithmic axis */
            gnuplot_number(g, unit * (double)row->k);
            gnuplot_number(g, row->estimate);
            gnuplot_number(g, row->lower);
            gnuplot_number(g, row->upper);
            gnuplot_number(g, row->bound);
            for (size_t t = 0; t < f->theorem->term_count; t++)
                gnuplot_number(g, f->theorem->terms[t].at(&c->constants, row->k));
            fputc('\n', g);
        }
        fputs("END\n", g);
    }
}

/* The range of what is drawn in full, so that a transient that goes to 1e-100 does not set the scale. */
static void y_range(const struct figure *f, double *low, double *high) {
    *low = INFINITY;
    *high = 0;
    for (size_t i = 0; i < f->count; i++)
        for (size_t r = 0; r < f->curves[i]->count; r++) {
            const struct row *row = &f->curves[i]->rows[r];
            if (row->k == 0) continue;
            double top = f->ratio ? row->estimate / row->bound : fmax(row->bound, row->estimate);
            double bottom = f->ratio ? top : row->estimate;
            if (bottom > 0) *low = fmin(*low, bottom);
            if (isfinite(top)) *high = fmax(*high, top);
        }
}

/* Whether there is a point to draw: gnuplot takes a figure without one for an error. */
static bool has_points(const struct figure *f) {
    double low, high;
    if (f->map) return true;
    if (!f->drawing || !f->drawing->linear_y) {
        y_range(f, &low, &high);
        return isfinite(low) && high > 0;
    }
    for (size_t i = 0; i < f->count; i++)
        for (size_t r = 0; r < f->curves[i]->count; r++)
            if (isfinite(f->curves[i]->rows[r].estimate)) return true;
    return false;
}

/* A curve's step for the key: nothing for a claim that computes for itself, the first one of a schedule. */
static void step_name(char out[64], const struct curve *c) {
    size_t count;
    const struct setting *settings = c->claim->evidence->settings(c->claim, &count);
    bool changes = count && settings->settings.schedule;
    out[0] = 0;
    if (c->constants.alpha > 0) snprintf(out, 64, ", α%s = %.3g", changes ? "_0" : "", c->constants.alpha);
}

/* Whether curve i has the problem and the method of the one before: then it differs by its step. */
static bool comes_again(const struct figure *f, size_t i) {
    return i > 0 && strcmp(f->curves[i - 1]->problem_id, f->curves[i]->problem_id) == 0 &&
           strcmp(f->curves[i - 1]->method_id, f->curves[i]->method_id) == 0;
}

/* The number of the curve's method among those of the figure, in the order in which they come. */
static size_t method_number(const struct figure *f, size_t i) {
    size_t number = 0;
    for (size_t j = 0; strcmp(f->curves[j]->method_id, f->curves[i]->method_id) != 0; j++) {
        bool first = true;
        for (size_t h = 0; h < j; h++) first &= strcmp(f->curves[h]->method_id, f->curves[j]->method_id) != 0;
        number += first;
    }
    return number;
}

static bool has_several_methods(const struct figure *f) {
    for (size_t i = 1; i < f->count; i++)
        if (method_number(f, i) > 0) return true;
    return false;
}

/* Whether a curve is of f at the weighted average. */
static bool averages(const struct curve *c) {
    return c->claim->evidence == &evidence_mean  ? c->claim->mean.average
           : c->claim->evidence == &evidence_own ? c->claim->own.average
                                                 : false;
}

static void write_gap_plot(FILE *g, const struct figure *f, size_t language) {
    double low, high;
    y_range(f, &low, &high);
    fprintf(g, "set yrange [%g:%g]\nset ylabel \"%s\"\n", low / 4, high * 2,
            averages(f->curves[0]) ? words[language].average_gap : words[language].gap);
    fputs("plot \\\n", g);
    for (size_t i = 0; i < f->count; i++) {
        const struct curve *c = f->curves[i];
        const char *colour = gnuplot_colour(i);
        char step[64];
        if (c->measured)
            fprintf(
                g, "  $C%zu using 1:3:4 with filledcurves lc rgb '%s' fs transparent solid 0.25 noborder notitle, \\\n",
                i, colour);
        step_name(step, c);
        /* The axis says of which point f is taken; a curve of the other one says so itself. */
        const char *point = averages(c) == averages(f->curves[0]) ? ""
                            : averages(c)                         ? ", {/:Italic x̄_k}"
                                                                  : ", {/:Italic x_k}";
        fprintf(g, "  $C%zu using 1:2 with linespoints lw 2.2 pt 7 ps 0.45 lc rgb '%s' title \"%s%s%s\", \\\n", i,
                colour, has_several_methods(f) ? f->method[i][language] : words[language].mean, point, step);
        fprintf(g, "  $C%zu using 1:5 with lines lw 2 dt (12,5) lc rgb '%s' title \"%s\"", i, colour,
                words[language].bound);
        for (size_t t = 0; t < f->theorem->term_count; t++)
            fprintf(g, ", \\\n  $C%zu using 1:%zu with lines lw 1.3 dt (%d,4) lc rgb '%s' title \"%s\"", i, 6 + t,
                    t ? 6 : 2, colour, f->theorem->terms[t].name[language]);
        fputs(i + 1 < f->count ? ", \\\n" : "\n", g);
    }
}

static void write_ratio_plot(FILE *g, const struct figure *f, size_t language) {
    double low, high;
    y_range(f, &low, &high);
    /* A bound that is never near its estimate leaves the figure, so that it does not set the scale. */
    low = fmax(low / 2, 1e-6);
    fprintf(g, "set yrange [%g:%g]\nset ylabel \"%s\"\n", low, fmax(high, 1) * 1.6, words[language].ratio);
    fprintf(g, "plot 1 with lines lw 1.5 dt (2,4) lc rgb '#000000' title \"%s\", \\\n", words[language].attained);
    /* Colours are problems; dashes are methods, or where there is but one, steps. */
    static const char *const dashes[] = {"1", "(8,4)", "(2,3)", "(12,4,2,4)"};
    bool methods = has_several_methods(f), two_steps = false;
    for (size_t i = 1; i < f->count; i++) two_steps |= comes_again(f, i);
    fprintf(g, "  NaN notitle");
    for (size_t i = 0, shown = 0; i < f->count && methods; i++)
        if (method_number(f, i) == shown)
            fprintf(g, ", \\\n  NaN with lines lw 2.2 dt %s lc rgb '#999999' title \"%s\"",
                    dashes[shown++ % COUNT(dashes)], f->method[i][language]);
    for (size_t i = 0; i < 2 && two_steps && !methods; i++)
        fprintf(g, ", \\\n  NaN with lines lw 2.2 dt %s lc rgb '#999999' title \"%s\"", dashes[i],
                i ? words[language].shorter : words[language].longer);
    size_t hue = 0;
    for (size_t i = 0; i < f->count; i++) {
        bool new_problem = i == 0 || strcmp(f->curves[i - 1]->problem_id, f->curves[i]->problem_id) != 0;
        if (i > 0 && new_problem) hue++;
        fprintf(g, ", \\\n  $C%zu using 1:($2/$5) with lines lw 2.2 dt %s lc rgb '%s' title \"%s\"", i,
                dashes[methods ? method_number(f, i) % COUNT(dashes) : comes_again(f, i)], gnuplot_colour(hue),
                new_problem ? f->label[i][language] : "");
    }
    fputc('\n', g);
}

/* The Russian text, where there is one of its own. */
static const char *said(const char *const text[2], size_t language) {
    return text[language] ? text[language] : text[0];
}

/* The key's name of a curve: the theorem's, or the problem and the step. */
static void curve_name(char out[256], const struct figure *f, size_t i, size_t language) {
    const struct curve *c = f->curves[i];
    const char *name = said(f->drawing->curves[i].name, language);
    if (name)
        snprintf(out, 256, "%s", name);
    else if (c->constants.alpha > 0)
        snprintf(out, 256, "%s, α = %.3g", f->label[i][language], c->constants.alpha);
    else
        snprintf(out, 256, "%s", f->label[i][language]);
}

static void write_drawing(FILE *g, const struct figure *f, size_t language) {
    const struct drawing *d = f->drawing;
    char name[256];
    if (d->linear_x) fputs("unset logscale x\nset format x '%g'\n", g);
    if (d->linear_y) fputs("unset logscale y\nset format y '%g'\n", g);
    if (d->x[0]) fprintf(g, "set xlabel \"%s\"\n", said(d->x, language));
    fprintf(g, "set ylabel \"%s\"\nplot \\\n", said(d->y, language));
    for (size_t i = 0; i < f->count; i++) {
        const char *colour = gnuplot_colour(i), *more = i + 1 < f->count ? ", \\\n" : "\n";
        bool banded = f->curves[i]->measured;
        curve_name(name, f, i, language);
        if (banded)
            fprintf(
                g, "  $C%zu using 1:3:4 with filledcurves lc rgb '%s' fs transparent solid 0.25 noborder notitle, \\\n",
                i, colour);
        if (d->bounds) fprintf(g, "  $C%zu using 1:5 with lines lw 1.6 dt (12,5) lc rgb '%s' notitle, \\\n", i, colour);
        fprintf(g, "  $C%zu using 1:2 with linespoints lw 2.2 dt %s pt 7 ps 0.45 lc rgb '%s' title \"%s\"%s", i,
                gnuplot_dashes(i), colour, name, more);
    }
}

static void write_figure(FILE *g, const struct figure *f, const struct plot_options *o, size_t language,
                         size_t format) {
    char path[PATH_LENGTH], suffix[32];
    temporary_suffix(suffix);
    file_name(path, o, f, language, format, suffix);
    fprintf(g, "reset\nset terminal %s enhanced background '#ffffff'\nset output ", terminal(format));
    gnuplot_path(g, path);
    fputs("\n", g);
    fputs("set encoding utf8\nset minussign\nset logscale xy\nset grid lt 1 lw 0.6 dt (2,6) lc rgb '#bbbbbb'\n"
          "set border 3 lw 0.8\nset tics nomirror scale 0.6\nset format xy '10^{%T}'\n",
          g);
    fprintf(g, "set title \"%s\"\nset lmargin 12\nset xlabel \"%s\"\n", f->title[language], words[language].iteration);
    fprintf(g,
            "set label 1 \"descent · %s · %s %" PRIu64
            "\" at screen 0.985, screen 0.03 right noenhanced font ',%d' tc rgb '#999999'\n",
            f->theorem->id, words[language].signature, o->seed, 11);
    fputs("set key outside right center vertical Left reverse samplen 2.5 spacing 1.15 width 1 font ',15'\n", g);
    if (f->map)
        map_plot(g, f->map, language);
    else if (f->drawing)
        write_drawing(g, f, language);
    else if (f->ratio)
        write_ratio_plot(g, f, language);
    else
        write_gap_plot(g, f, language);
    fputs("unset output\n", g);
}

/* A browser without our font should still find one with Cyrillic, a minus sign and a look that fits. */
static bool finish_svg(const char *path) {
    static const char plain[] = "font-family=\"CMU Serif\"";
    static const char full[] = "font-family=\"CMU Serif, Latin Modern Roman, STIX Two Text, Times New Roman, serif\"";
    FILE *in = fopen(path, "r");
    if (!in) return false;
    struct stat size;
    fstat(fileno(in), &size);
    char *text = allocate((size_t)size.st_size + 1, 1);
    size_t read = fread(text, 1, (size_t)size.st_size, in);
    fclose(in);
    bool complete = read == (size_t)size.st_size && strstr(text, "</svg>");
    FILE *out = complete ? fopen(path, "w") : NULL;
    if (out) {
        const char *rest = text;
        for (const char *hit; (hit = strstr(rest, plain)); rest = hit + strlen(plain))
            fprintf(out, "%.*s%s", (int)(hit - rest), rest, full);
        fputs(rest, out);
        if (fclose(out) != 0) complete = false;
    }
    free(text);
    return complete && out;
}

/* What gnuplot has made is put in place only when all of it is there. */
static size_t put_in_place(const struct figure *figures, size_t figure_count, const struct plot_options *o, bool fine) {
    char suffix[32], temporary[PATH_LENGTH], path[PATH_LENGTH];
    size_t made = 0;
    temporary_suffix(suffix);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < figure_count; i++)
            for (size_t language = 0; language < LANGUAGES; language++)
                for (size_t format = 0; format < FORMATS; format++) {
                    if (!o->language[language] || !o->format[format]) continue;
                    file_name(temporary, o, &figures[i], language, format, suffix);
                    file_name(path, o, &figures[i], language, format, "");
                    struct stat status;
                    if (pass == 0) {
                        if (stat(temporary, &status) != 0 || status.st_size == 0)
                            fine = false;
                        else if (format == 0 && fine && !finish_svg(temporary))
                            fine = false;
                    } else if (!fine) {
                        unlink(temporary);
                    } else {
                        if (rename(temporary, path) != 0) fail("cannot write %s: %s", path, strerror(errno));
                        made++;
                    }
                }
    return made;
}

/* The curve number `group` of a claim, or NULL. */
static const struct curve *find_curve(const struct theorem *theorem, const char *claim, size_t group,
                                      const struct curve *curves, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (curves[i].theorem == theorem && strcmp(curves[i].claim->name, claim) == 0 && curves[i].count &&
            group-- == 0)
            return &curves[i];
    return NULL;
}

static const char *const *title_of(const char *id, const struct catalogue *catalogue,
                                   struct problem *const *instances) {
    static const char *const none[LANGUAGES] = {"", ""};
    for (size_t q = 0; q < catalogue->problem_count; q++)
        if (strcmp(instances[q]->id, id) == 0) return instances[q]->title;
    return none;
}

/* A method's title, or where the catalogue does not know it, its id. */
static void name_method(const char *out[LANGUAGES], const char *id, const struct catalogue *catalogue) {
    for (size_t language = 0; language < LANGUAGES; language++) {
        out[language] = id;
        for (size_t i = 0; i < catalogue->method_count; i++)
            if (strcmp(catalogue->methods[i]->id, id) == 0) out[language] = catalogue->methods[i]->title[language];
    }
}

/* Distinct problems of the theorem's bound claims, one figure for their ratios, and the theorem's own. */
static size_t figures_of(const struct theorem *theorem, const struct catalogue *catalogue, const struct curve *curves,
                         size_t count, struct figure *figures, struct problem **instances) {
    size_t figure_count = 0;
    struct figure ratio = {.theorem = theorem, .name = "ratio", .ratio = true};
    ratio.title[0] = theorem->title[0];
    ratio.title[1] = theorem->title[1];
    for (size_t q = 0; q < catalogue->problem_count; q++) {
        struct problem *p = catalogue->problems[q]();
        struct figure f = {.theorem = theorem, .name = p->id, .title = {p->title[0], p->title[1]}};
        for (size_t i = 0; i < count; i++) {
            const struct curve *c = &curves[i];
            if (c->theorem != theorem || c->claim->kind != BOUND || strcmp(c->problem_id, p->id) != 0) continue;
            if (f.count < COUNT(f.curves)) {
                name_method(f.method[f.count], c->method_id, catalogue);
                f.curves[f.count++] = c;
            }
            if (ratio.count < COUNT(ratio.curves)) {
                ratio.label[ratio.count] = p->title;
                name_method(ratio.method[ratio.count], c->method_id, catalogue);
                ratio.curves[ratio.count++] = c;
            }
        }
        instances[q] = p;
        if (f.count) figures[figure_count++] = f;
    }
    if (ratio.count) figures[figure_count++] = ratio;
    for (size_t d = 0; d < theorem->drawing_count; d++) {
        const struct drawing *drawing = &theorem->drawings[d];
        struct figure f = {.theorem = theorem, .name = drawing->name, .drawing = drawing};
        f.title[0] = drawing->title[0];
        f.title[1] = drawing->title[1];
        for (size_t i = 0; i < COUNT(drawing->curves) && drawing->curves[i].claim; i++) {
            f.curves[i] = find_curve(theorem, drawing->curves[i].claim, drawing->curves[i].group, curves, count);
            if (!f.curves[i]) break; /* the ledger holds a part of the claims only */
            f.label[i] = title_of(f.curves[i]->problem_id, catalogue, instances);
            f.count = i + 1;
        }
        bool whole_drawing = f.count > 0 && (f.count == COUNT(drawing->curves) || !drawing->curves[f.count].claim);
        if (whole_drawing) figures[figure_count++] = f;
    }
    for (size_t i = 0; i < theorem->map_count; i++) {
        const struct map *map = &theorem->maps[i];
        figures[figure_count++] =
            (struct figure){.theorem = theorem, .name = map->name, .title = {map->title[0], map->title[1]}, .map = map};
    }
    return figure_count;
}

/* The first line of a file that is not blank; the file is removed. */
static void first_line(const char *path, char out[], int size) {
    FILE *file = fopen(path, "r");
    if (!file) return;
    while (fgets(out, size, file)) {
        out[strcspn(out, "\n")] = 0;
        if (out[strspn(out, " \t")]) break;
    }
    fclose(file);
    unlink(path);
}

size_t plot_theorem(const struct theorem *theorem, const struct catalogue *catalogue, const struct curve *curves,
                    size_t count, const struct plot_options *o) {
    size_t most = catalogue->problem_count + 1 + theorem->drawing_count + theorem->map_count;
    struct figure *figures = allocate(most, sizeof *figures);
    struct problem **instances = allocate(catalogue->problem_count, sizeof(struct problem *));
    size_t figure_count = figures_of(theorem, catalogue, curves, count, figures, instances), made = 0;
    size_t with_points = 0;
    for (size_t i = 0; i < figure_count; i++)
        if (has_points(&figures[i])) figures[with_points++] = figures[i];
    figure_count = with_points;
    if (figure_count) {
        char directory[PATH_LENGTH];
        for (const char *c = o->directory; *c; c++)
            if ((unsigned char)*c < ' ')
                fail("--out %.60s: gnuplot takes no path with a control character", o->directory);
        path_join(directory, o->directory, "figures");
        directory_ready(directory);
        fflush(NULL);
        /* Of what gnuplot complains about, the first line goes into ours. */
        char log[PATH_LENGTH], complaint[256] = "";
        path_join(log, directory, ".gnuplot.log");
        setenv("DESCENT_GNUPLOT_LOG", log, 1); /* through the environment: a path needs no quoting there */
        FILE *g = popen("exec gnuplot 2>\"$DESCENT_GNUPLOT_LOG\"", "w");
        if (!g) fail("cannot start gnuplot: %s", strerror(errno));
        for (size_t i = 0; i < figure_count; i++) {
            if (figures[i].map)
                map_data(g, figures[i].map);
            else
                write_data(g, &figures[i]);
            for (size_t language = 0; language < LANGUAGES; language++)
                for (size_t format = 0; format < FORMATS; format++)
                    if (o->language[language] && o->format[format]) write_figure(g, &figures[i], o, language, format);
        }
        bool written = !ferror(g);
        int status = pclose(g);
        first_line(log, complaint, sizeof complaint);
        bool missing = WIFEXITED(status) && WEXITSTATUS(status) == 127;
        bool fine = written && status == 0;
        made = put_in_place(figures, figure_count, o, fine);
        if (missing) fail("gnuplot is not installed or not in PATH; install it (Debian: gnuplot-nox)");
        if (!made)
            fail("gnuplot failed, and no figure of %s was replaced in %s: %s", theorem->id, directory,
                 *complaint ? complaint : "not all files were written");
    }
    for (size_t q = 0; q < catalogue->problem_count; q++) problem_free(instances[q]);
    free(instances);
    free(figures);
    return made;
}
