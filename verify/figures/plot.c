/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../ledger/replace.h"
#include "../numbers/fail.h"
#include "../numbers/pcg.h"
#include "../numbers/share.h"
#include "gnuplot.h"
#include "layout.h"

const char *const plot_languages[LANGUAGES] = {"en", "ru"};
const char *const plot_formats[FORMATS] = {"svg", "pdf", "png"};

static const char standard_font[] = "CMU Serif";
enum { WIDTH = 640, HEIGHT = 400, PHONE_WIDTH = 360, PHONE_HEIGHT = 300, THUMB_WIDTH = 240, THUMB_HEIGHT = 135 };
static const double pixels_an_inch = 80, png_scale = 3;

/* One file that gnuplot is to make. */
struct job {
    char *script, *title, *caption;
    size_t size;
    char path[PATH_LENGTH], temporary[PATH_LENGTH];
    bool svg, current; /* current: it is there already */
    uint64_t hash;
};
struct jobs {
    struct job *all;
    size_t count, room;
};

/* Counts up when a file of the same script and style is finished otherwise, so that it is drawn again. */
static const char finish[] = "1";

/* ---- the finished SVG: what it shows in words, a dark variant, fonts ---- */

static void write_escaped(FILE *out, const char *text) {
    for (; *text; text++)
        if (*text == '<')
            fputs("&lt;", out);
        else if (*text == '&')
            fputs("&amp;", out);
        else
            fputc(*text, out);
}

/* A colour as gnuplot writes it: in lines with blanks, in text without. */
static void as_rgb(char out[32], const char *hex, bool in_text) {
    unsigned n = (unsigned)strtoul(hex + 1, NULL, 16);
    snprintf(out, 32, in_text ? "rgb(%u,%u,%u)" : "rgb(%3u, %3u, %3u)", n >> 16, n >> 8 & 255, n & 255);
}

static void dark_rule(FILE *out, const char *text, const char *light, const char *dark) {
    char rgb[32];
    for (int in_text = 0; in_text < 2; in_text++) {
        as_rgb(rgb, light, in_text);
        if (!strstr(text, rgb)) continue;
        fprintf(out, "[fill=\"%s\"]{fill:%s}", rgb, dark);
        if (!in_text) fprintf(out, "[stroke=\"%s\"]{stroke:%s}[color=\"%s\"]{color:%s}", rgb, dark, rgb, dark);
    }
}

static void dark_style(FILE *out, const char *text) {
    fputs("<style>@media (prefers-color-scheme:dark){", out);
    for (size_t i = 0; i < STYLE_COLOURS; i++)
        for (size_t v = 0; v < STYLE_SHADES; v++) {
            struct shade s = style_shade(i, v);
            dark_rule(out, text, s.light, s.dark);
        }
    for (size_t i = 0; i < STYLE_GREYS; i++) dark_rule(out, text, style_greys[i].light, style_greys[i].dark);
    fprintf(out, "pattern path{stroke:%s!important}", style_greys[BEHIND].dark);
    fputs("}</style>\n", out);
}

/* gnuplot's title and description give way to ours. */
static bool finish_svg(const struct job *j) {
    FILE *in = fopen(j->temporary, "r");
    if (!in) return false;
    struct stat size;
    fstat(fileno(in), &size);
    char *text = allocate((size_t)size.st_size + 1, 1);
    size_t read = fread(text, 1, (size_t)size.st_size, in);
    fclose(in);
    bool complete = read == (size_t)size.st_size && strstr(text, "</svg>");
    const char *title = complete ? strstr(text, "<title>") : NULL;
    const char *rest = title ? strstr(title, "</desc>") : NULL;
    FILE *out = rest ? fopen(j->temporary, "w") : NULL;
    if (out) {
        rest += strlen("</desc>");
        fprintf(out, "%.*s<title>", (int)(title - text), text);
        write_escaped(out, j->title);
        fputs("</title>\n<desc>", out);
        write_escaped(out, j->caption);
        fputs("</desc>\n", out);
        dark_style(out, rest);
        /* A browser without our font should still find one with Cyrillic, a minus sign and a look that fits. */
        static const char plain[] = "font-family=\"CMU Serif\"";
        static const char full[] =
            "font-family=\"CMU Serif, Latin Modern Roman, STIX Two Text, Times New Roman, serif\"";
        static const char own[] = "<title>gnuplot_"; /* of a curve: readers would be shown it */
        while (*rest) {
            if (strncmp(rest, plain, strlen(plain)) == 0) {
                fputs(full, out);
                rest += strlen(plain);
            } else if (strncmp(rest, own, strlen(own)) == 0 && strstr(rest, "</title>")) {
                rest = strstr(rest, "</title>") + strlen("</title>");
            } else {
                fputc(*rest++, out);
            }
        }
        complete = fclose(out) == 0;
    }
    free(text);
    return complete && out;
}

/* ---- which figures there are ---- */

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

static const struct method *method_of(const char *id, const struct catalogue *catalogue) {
    size_t length = strcspn(id, " "); /* what follows are its parameters */
    for (size_t i = 0; i < catalogue->method_count; i++)
        if (strncmp(catalogue->methods[i]->id, id, length) == 0 && !catalogue->methods[i]->id[length])
            return catalogue->methods[i];
    return NULL;
}

/* Distinct problems of the theorem's bound claims, one figure for their ratios, and the theorem's own. */
static size_t figures_of(const struct theorem *theorem, const struct catalogue *catalogue, const struct curve *curves,
                         size_t count, struct figure *figures, struct problem **instances) {
    size_t figure_count = 0;
    struct figure ratio = {.theorem = theorem, .name = "ratio", .ratio = true};
    ratio.title[0] = theorem->title[0];
    ratio.title[1] = theorem->title[1];
    for (size_t q = 0; q < catalogue->problem_count; q++) {
        struct problem *p = instances[q];
        struct figure f = {.theorem = theorem, .name = p->id, .title = {p->title[0], p->title[1]}};
        for (size_t i = 0; i < count; i++) {
            const struct curve *c = &curves[i];
            if (c->theorem != theorem || c->claim->kind != BOUND || strcmp(c->problem_id, p->id) != 0) continue;
            if (f.count < COUNT(f.curves)) {
                f.method[f.count] = method_of(c->method_id, catalogue);
                f.curves[f.count++] = c;
            }
            if (ratio.count < COUNT(ratio.curves)) {
                ratio.label[ratio.count] = p->title;
                ratio.method[ratio.count] = method_of(c->method_id, catalogue);
                ratio.curves[ratio.count++] = c;
            }
        }
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
            f.method[i] = method_of(f.curves[i]->method_id, catalogue);
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
    for (size_t i = 0; i < theorem->picture_count; i++) {
        const struct picture *p = &theorem->pictures[i];
        figures[figure_count++] = (struct figure){.theorem = theorem, .name = p->name, .picture = p};
    }
    return figure_count;
}

/* ---- jobs ---- */

/* gnuplot's units of type in a pixel: SVG counts pixels, PDF points, and PNG points of 96 an inch. */
static double type_unit(size_t format) {
    return format == 0 ? 1 : format == 1 ? 72 / pixels_an_inch : 0.75;
}

static void write_terminal(FILE *g, const struct plot_options *o, size_t format, const struct sizes *z) {
    char font[256];
    double size = z->label * type_unit(format);
    snprintf(font, sizeof font, "%.200s,%.4g", o->font ? o->font : standard_font, size);
    if (format == 0)
        fprintf(g, "svg size %g,%g fixed", z->width, z->height);
    else if (format == 1)
        fprintf(g, "pdfcairo size %.4gin,%.4gin fontscale 0.75 linewidth 1.8 dashlength 2", z->width / pixels_an_inch,
                z->height / pixels_an_inch);
    else
        fprintf(g, "pngcairo size %g,%g fontscale %g linewidth %g pointscale %g dashlength 2", png_scale * z->width,
                png_scale * z->height, png_scale, png_scale, png_scale);
    fputs(" font ", g);
    gnuplot_quoted(g, font);
    fputs(" enhanced", g);
    if (format && !o->transparent) fputs(" background '#ffffff'", g); /* an SVG shows the page's own */
    if (format == 2 && o->transparent) fputs(" transparent", g);
    fputs("\nset output ", g);
}

/* What was asked for; else what suits the scene. */
static void full_size(const struct scene *s, const struct plot_options *o, double *width, double *height) {
    bool asked = o->width > 0, suits = s->width > 0;
    *width = asked ? o->width : suits ? s->width : WIDTH;
    *height = asked ? o->height : suits ? s->height : HEIGHT;
}

/* A figure as asked for, narrow, or small and without a word. */
enum variant { FULL, PHONE, THUMB };

/* What is drawn, and of what: the signature names that. */
struct subject {
    const struct scene *scene;
    const struct map *map; /* NULL: the scene alone */
    const char *of;
};

/* The script that draws one file, with all its data and options.  The name is relative to the options' directory. */
static void add_job(struct jobs *jobs, const struct subject *f, const struct plot_options *o, size_t language,
                    size_t format, const char *name, double width, double height, enum variant variant) {
    if (jobs->count == jobs->room) {
        jobs->room = jobs->room ? 2 * jobs->room : 256;
        jobs->all = realloc(jobs->all, jobs->room * sizeof *jobs->all);
        if (!jobs->all) fail("out of memory");
    }
    struct job *j = &jobs->all[jobs->count++];
    memset(j, 0, sizeof *j);
    char temporary[PATH_LENGTH], signature[256], title[2 * TEXT];
    snprintf(temporary, sizeof temporary, "%s.%ld~", name, (long)getpid()); /* so that two programs do not meet */
    path_join(j->path, o->directory, name);
    path_join(j->temporary, o->directory, temporary);
    j->svg = format == 0;
    plain_text(title, sizeof title, f->scene->title);
    j->title = strdup(title);
    j->caption = strdup(f->scene->caption);
    snprintf(signature, sizeof signature, "descent · %s · %s %" PRIu64, f->of, language ? "зерно" : "seed", o->seed);
    struct looks looks = {.sizes = style_sizes(width, height, variant == FULL ? o->font_size : 0),
                          .unit = type_unit(format),
                          .signature = o->no_signature || width < 450 ? NULL : signature,
                          .title = !o->no_title,
                          .words = variant != THUMB,
                          .dotted = o->slide != NULL};
    FILE *g = open_memstream(&j->script, &j->size);
    if (!g || !j->title || !j->caption) fail("out of memory");
    fputs("reset\nset terminal ", g);
    write_terminal(g, o, format, &looks.sizes);
    gnuplot_quoted(g, j->temporary);
    fputc('\n', g);
    if (f->map) {
        map_data(g, f->map);
        fputs("reset\n", g);
        map_plot(g, f->map, f->scene->title, &looks, language);
    } else {
        layout_scene(g, f->scene, &looks, language);
    }
    fputs("unset output\n", g);
    fclose(g);
    /* The temporary name is of this process, so it is no part of what was drawn. */
    char *start = strstr(j->script, "set output "), *rest = strchr(start, '\n'), first = *start;
    *start = 0;
    j->hash = pcg_name(0, j->script);
    *start = first;
    const char *const others[] = {rest, j->title, j->caption, finish};
    for (size_t i = 0; i < COUNT(others); i++) j->hash = pcg_name(j->hash, others[i]);
    for (size_t i = 0; i < STYLE_COLOURS; i++) j->hash = pcg_name(j->hash, style_colours[i].dark);
    for (size_t i = 0; i < STYLE_GREYS; i++) j->hash = pcg_name(j->hash, style_greys[i].dark);
}

/* ---- what was drawn before: figures/.drawn, a line a file: its hash and its name ---- */

static const char *name_in(const char *path) {
    return strrchr(path, '/') + 1;
}

static void read_drawn(const char *directory, struct jobs *jobs) {
    char path[PATH_LENGTH], line[700], name[600];
    uint64_t hash;
    path_join(path, directory, ".drawn");
    FILE *file = fopen(path, "r");
    if (!file) return;
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "%" SCNx64 " %599s", &hash, name) == 2)
            for (size_t i = 0; i < jobs->count; i++)
                if (jobs->all[i].hash == hash && strcmp(name_in(jobs->all[i].path), name) == 0)
                    jobs->all[i].current = access(jobs->all[i].path, R_OK) == 0;
    fclose(file);
}

static void write_drawn(const char *directory, const struct jobs *jobs) {
    char path[PATH_LENGTH], line[700], name[600];
    path_join(path, directory, ".drawn");
    FILE *old = fopen(path, "r");
    struct replacement r = replacement_begin(directory, ".drawn");
    while (old && fgets(line, sizeof line, old)) {
        bool ours = sscanf(line, "%*s %599s", name) != 1;
        for (size_t i = 0; i < jobs->count && !ours; i++) ours = strcmp(name_in(jobs->all[i].path), name) == 0;
        if (!ours) fputs(line, r.file);
    }
    if (old) fclose(old);
    for (size_t i = 0; i < jobs->count; i++)
        fprintf(r.file, "%016" PRIx64 " %s\n", jobs->all[i].hash, name_in(jobs->all[i].path));
    replacement_commit(&r);
}

/* ---- gnuplot ---- */

struct worker {
    FILE *script, *log; /* without names, so that nothing is left of them */
    size_t size;
    pid_t process;
};

static void start(struct worker *w) {
    fflush(w->script);
    rewind(w->script);
    fflush(NULL);
    w->process = fork();
    if (w->process < 0) fail("cannot start gnuplot: %s", strerror(errno));
    if (w->process == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        lseek(fileno(w->script), 0, SEEK_SET);
        if (dup2(fileno(w->script), 0) < 0 || dup2(nothing, 1) < 0 || dup2(fileno(w->log), 2) < 0) _exit(126);
        execlp("gnuplot", "gnuplot", "-", (char *)NULL);
        _exit(127);
    }
}

/* The first line of a log that is not blank. */
static void first_line(FILE *log, char out[], int size) {
    rewind(log);
    while (fgets(out, size, log)) {
        out[strcspn(out, "\n")] = 0;
        if (out[strspn(out, " \t")]) return;
    }
    out[0] = 0;
}

/* Draws what is not current; what gnuplot has made is put in place only when all of it is there. */
static size_t draw(struct jobs *jobs, const char *directory, const struct plot_options *o) {
    size_t drawn = 0, threads = o->threads ? o->threads : (size_t)sysconf(_SC_NPROCESSORS_ONLN);
    for (size_t i = 0; i < jobs->count; i++) drawn += !jobs->all[i].current;
    if (!drawn) return 0;
    if (threads > drawn) threads = drawn;
    struct worker *workers = allocate(threads, sizeof *workers);
    for (size_t w = 0; w < threads; w++) {
        workers[w].script = tmpfile();
        workers[w].log = tmpfile();
        if (!workers[w].script || !workers[w].log) fail("cannot make a temporary file: %s", strerror(errno));
    }
    for (size_t i = 0; i < jobs->count; i++) {
        if (jobs->all[i].current) continue;
        struct worker *least = workers;
        for (size_t w = 1; w < threads; w++)
            if (workers[w].size < least->size) least = &workers[w];
        fwrite(jobs->all[i].script, 1, jobs->all[i].size, least->script);
        least->size += jobs->all[i].size + 4000;
    }
    for (size_t w = 0; w < threads; w++) start(&workers[w]);
    char complaint[256] = "";
    bool fine = true, missing = false;
    for (size_t w = 0; w < threads; w++) {
        int status = -1;
        while (waitpid(workers[w].process, &status, 0) < 0 && errno == EINTR)
            if (o->interrupted && *o->interrupted)
                for (size_t v = w; v < threads; v++) kill(workers[v].process, SIGTERM);
        missing |= WIFEXITED(status) && WEXITSTATUS(status) == 127;
        if (status != 0) {
            fine = false;
            if (!*complaint) first_line(workers[w].log, complaint, sizeof complaint);
        }
        fclose(workers[w].script);
        fclose(workers[w].log);
    }
    free(workers);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < jobs->count; i++) {
            const struct job *j = &jobs->all[i];
            struct stat status;
            if (j->current) continue;
            if (pass == 0) {
                if (stat(j->temporary, &status) != 0 || status.st_size == 0 || (fine && j->svg && !finish_svg(j)))
                    fine = false;
            } else if (!fine) {
                unlink(j->temporary);
            } else if (rename(j->temporary, j->path) != 0) {
                fail("cannot write %s: %s", j->path, strerror(errno));
            }
        }
    if (missing) fail("gnuplot is not installed or not in PATH; install it (Debian: gnuplot-nox)");
    if (o->interrupted && *o->interrupted) fail("interrupted; no figure was replaced in %s", directory);
    if (!fine)
        fail("gnuplot failed, and no figure was replaced in %s: %s", directory,
             *complaint ? complaint : "not all files were written");
    return drawn;
}

static void write_field(FILE *out, const char *text, const char *end) {
    for (; *text; text++) fputc((unsigned char)*text < ' ' ? ' ' : *text, out);
    fputs(end, out);
}

/* figures.tsv: what each figure shows; lines of figures that were not asked for now stay. */
static void write_index(const char *directory, const struct plot_options *o, char *const *bases,
                        struct scene *(*scenes)[LANGUAGES], size_t count) {
    char path[PATH_LENGTH], line[8192];
    path_join(path, directory, "figures.tsv");
    FILE *old = fopen(path, "r");
    struct replacement r = replacement_begin(directory, "figures.tsv");
    fputs("base\twidth\theight\ttitle_en\ttitle_ru\tcaption_en\tcaption_ru\n", r.file);
    bool first = true;
    while (old && fgets(line, sizeof line, old)) {
        bool ours = first;
        for (size_t i = 0; i < count && !ours; i++)
            ours = strncmp(line, bases[i], strlen(bases[i])) == 0 && line[strlen(bases[i])] == '\t';
        if (!ours) fputs(line, r.file);
        first = false;
    }
    if (old) fclose(old);
    for (size_t i = 0; i < count; i++) {
        double width, height;
        full_size(scenes[i][0], o, &width, &height);
        fprintf(r.file, "%s\t%g\t%g\t", bases[i], width, height);
        for (size_t language = 0; language < LANGUAGES; language++) {
            char plain[2 * TEXT];
            plain_text(plain, sizeof plain, scenes[i][language]->title);
            write_field(r.file, plain, "\t");
        }
        write_field(r.file, scenes[i][0]->caption, "\t");
        write_field(r.file, scenes[i][1]->caption, "\n");
    }
    replacement_commit(&r);
}

/* On a phone panels stand below each other, and so do a map and its key, a picture and a list of its words; a
 * column of labels has room. */
static double phone_height(const struct figure *f, const struct scene *s) {
    if (f->map) return PHONE_HEIGHT + map_key_height(f->map);
    double rows = s->own_axes && s->panel_count <= 3 ? (double)s->panel_count : ceil((double)s->panel_count / 2) / 2;
    struct sizes sizes = style_sizes(PHONE_WIDTH, PHONE_HEIGHT, 0);
    double list = layout_list_height(s, &sizes);
    if (list > 0) return HEIGHT + list;
    if (s->panel_count == 1) rows = (layout_column_height(s, &sizes) + 5 * sizes.label) / PHONE_HEIGHT;
    return PHONE_HEIGHT * fmax(1, rows);
}

/* The jobs of a figure: in each language and format, and beside an SVG its variants. */
static void add_jobs(struct jobs *jobs, const struct figure *f, struct scene *scenes[LANGUAGES],
                     const struct plot_options *o, const char *base, bool thumb) {
    for (size_t language = 0; language < LANGUAGES; language++)
        for (size_t format = 0; format < FORMATS; format++) {
            char name[512];
            const char *l = plot_languages[language];
            const struct subject subject = {scenes[language], f->map, f->theorem->id};
            if (!o->language[language] || !o->format[format]) continue;
            snprintf(name, sizeof name, "figures/%s.%s.%s", base, l, plot_formats[format]);
            if (o->slide) snprintf(name, sizeof name, "%s.%s", o->slide->name, plot_formats[format]);
            double width, height;
            full_size(scenes[language], o, &width, &height);
            add_job(jobs, &subject, o, language, format, name, width, height, FULL);
            if (format || o->slide) continue;
            snprintf(name, sizeof name, "figures/%s.%s.phone.svg", base, l);
            add_job(jobs, &subject, o, language, format, name, PHONE_WIDTH, phone_height(f, scenes[language]), PHONE);
            snprintf(name, sizeof name, "figures/%s.thumb.svg", base);
            if (thumb) add_job(jobs, &subject, o, language, format, name, THUMB_WIDTH, THUMB_HEIGHT, THUMB);
            thumb = false; /* one for both languages */
        }
}

static void jobs_free(struct jobs *jobs) {
    for (size_t i = 0; i < jobs->count; i++) {
        free(jobs->all[i].script);
        free(jobs->all[i].title);
        free(jobs->all[i].caption);
    }
    free(jobs->all);
}

/* What pictures draw and maps are filled with: once, for all languages and formats. */
struct drawings {
    struct figure *figures;
    struct canvas *canvas;
    struct {
        struct map map;
        double *own; /* its heights */
    } * map;
    const char *named; /* the only figure that is asked for; NULL: all are */
    struct canvas blank;
};
static void draw_one(void *context, size_t i) {
    struct drawings *d = context;
    struct figure *f = &d->figures[i];
    if (d->named && strcmp(d->named, f->name) != 0) return;
    if (f->picture) {
        d->canvas[i] = d->blank;
        f->picture->draw(&d->canvas[i], f->picture->with);
        f->canvas = &d->canvas[i];
    } else if (f->map && f->map->fill) {
        struct map *m = &d->map[i].map;
        *m = *f->map;
        m->heights = d->map[i].own = allocate(m->side * m->side, sizeof(double));
        m->fill(f->map, d->map[i].own);
        f->map = m;
    }
}

/* What was kept for an interruption that did not come. */
static void remove_unfinished(const char *folder) {
    DIR *entries = opendir(folder);
    if (!entries) return;
    for (struct dirent *entry; (entry = readdir(entries));) {
        char path[PATH_LENGTH];
        if (strncmp(entry->d_name, CANVAS_KEPT, strlen(CANVAS_KEPT)) != 0) continue;
        path_join(path, folder, entry->d_name);
        unlink(path);
    }
    closedir(entries);
}

struct plotted plot_figures(const struct plot_choice *choice, size_t choices, const struct catalogue *catalogue,
                            const struct curve *curves, size_t count, const struct plot_options *o) {
    for (const char *c = o->directory; *c; c++)
        if ((unsigned char)*c < ' ') fail("--out %.60s: gnuplot takes no path with a control character", o->directory);
    struct problem **instances = allocate(catalogue->problem_count, sizeof(struct problem *));
    for (size_t q = 0; q < catalogue->problem_count; q++) instances[q] = catalogue->problems[q]();
    struct jobs jobs = {0};
    char directory[PATH_LENGTH];
    path_join(directory, o->directory, o->slide ? "." : "figures");
    const char *folder = o->effort > 1 ? directory : NULL; /* what is dear can go on after an interruption */
    if (folder) directory_ready(folder);
    size_t made = 0, room = 0;
    char **bases = NULL;
    struct scene *(*scenes)[LANGUAGES] = NULL;
    for (size_t n = 0; n < choices; n++) {
        const struct theorem *theorem = choice[n].theorem;
        size_t most =
            catalogue->problem_count + 1 + theorem->drawing_count + theorem->map_count + theorem->picture_count;
        struct figure *figures = allocate(most, sizeof *figures);
        size_t figure_count = figures_of(theorem, catalogue, curves, count, figures, instances), found = 0;
        struct drawings drawings = {figures,
                                    allocate(figure_count, sizeof *drawings.canvas),
                                    allocate(figure_count, sizeof *drawings.map),
                                    choice[n].figure,
                                    {.effort = o->effort, .folder = folder, .interrupted = o->interrupted}};
        share(figure_count, draw_one, &drawings);
        if (o->interrupted && *o->interrupted) fail("interrupted; no figure was replaced in %s", directory);
        bool first = true;
        for (size_t m = 0; m < n; m++) first &= choice[m].theorem != theorem;
        for (size_t i = 0; i < figure_count; i++) {
            const struct figure *f = &figures[i];
            if (choice[n].figure && strcmp(choice[n].figure, f->name) != 0) continue;
            found++;
            if (made == room) {
                room = room ? 2 * room : 64;
                bases = realloc(bases, room * sizeof *bases);
                scenes = realloc(scenes, room * sizeof *scenes);
                if (!bases || !scenes) fail("out of memory");
            }
            for (size_t l = 0; l < LANGUAGES; l++) scenes[made][l] = scene_of(f, l);
            if (scenes[made][0] && scenes[made][1]) {
                char base[256];
                snprintf(base, sizeof base, "%s-%s", theorem->id, f->name);
                bases[made] = strdup(base);
                add_jobs(&jobs, f, scenes[made], o, base, first || !choice[n].figure);
                made++;
            }
        }
        for (size_t i = 0; i < figure_count; i++) {
            canvas_clear(&drawings.canvas[i]);
            free(drawings.map[i].own);
        }
        free(drawings.canvas);
        free(drawings.map);
        free(figures);
        if (choice[n].figure && !found) fail("%s has no figure '%.60s' in this ledger", theorem->id, choice[n].figure);
    }
    struct plotted result = {.files = jobs.count};
    if (jobs.count) {
        directory_ready(directory);
        if (!o->slide) read_drawn(directory, &jobs);
        result.drawn = draw(&jobs, directory, o);
        if (!o->slide) {
            write_index(directory, o, bases, scenes, made);
            if (result.drawn) write_drawn(directory, &jobs);
        }
    }
    if (folder) remove_unfinished(folder);
    jobs_free(&jobs);
    for (size_t i = 0; i < made; i++) {
        for (size_t l = 0; l < LANGUAGES; l++) scene_free(scenes[i][l]);
        free(bases[i]);
    }
    free(scenes);
    free(bases);
    for (size_t q = 0; q < catalogue->problem_count; q++) problem_free(instances[q]);
    free(instances);
    return result;
}

size_t plot_format_of(const char *option, const char *path) {
    const char *dot = strrchr(path, '.');
    for (const char *c = path; *c; c++)
        if ((unsigned char)*c < ' ') fail("--%s %.60s: gnuplot takes no path with a control character", option, path);
    for (size_t f = 0; f < FORMATS; f++)
        if (dot && strcmp(dot + 1, plot_formats[f]) == 0) return f;
    fail("--%s %.60s: the name must end in .svg, .pdf or .png", option, path);
}

void plot_scene(const char *path, const struct scene *scene, const char *of, size_t language,
                const struct plot_options *given) {
    struct plot_options o = *given;
    double width, height;
    full_size(scene, given, &width, &height);
    char directory[PATH_LENGTH];
    const char *slash = strrchr(path, '/');
    int length = slash == path ? 1 : slash ? (int)(slash - path) : 1;
    snprintf(directory, sizeof directory, "%.*s", length, slash ? path : ".");
    o.directory = directory;
    directory_ready(directory);
    struct jobs jobs = {0};
    const struct subject subject = {scene, NULL, of};
    add_job(&jobs, &subject, &o, language, plot_format_of("plot", path), slash ? slash + 1 : path, width, height, FULL);
    draw(&jobs, directory, &o);
    jobs_free(&jobs);
}
