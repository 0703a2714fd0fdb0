/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "style.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../numbers/fail.h"

const struct tint style_colours[STYLE_COLOURS] = {
    {"#1771b3", "#7ad0ff"}, {"#684e00", "#e4d60e"}, {"#07836e", "#35d1c6"}, {"#502f00", "#eca07c"},
    {"#6217f6", "#ba5eb5"}, {"#cd0137", "#fd5720"}, {"#452a8d", "#749dff"}, {"#57124c", "#ec6d9f"},
    {"#7b2f48", "#c2716f"}, {"#316b3c", "#3dfebc"}};
const struct tint style_greys[STYLE_GREYS] = {
    [INK] = {"#222222", "#e6e6e3"},
    [GREY] = {"#666666", "#a0a0a0"},
    [RULE] = {"#d0d0ce", "#3a3b3e"},
    [BEHIND] = {"#c4c4c2", "#4a4b4e"},
};
const struct tint style_page = {"#fdfdfb", "#17181a"};

static void mix(char out[8], const char *from, const char *to, double part) {
    unsigned a = (unsigned)strtoul(from + 1, NULL, 16), b = (unsigned)strtoul(to + 1, NULL, 16), mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        double x = a >> shift & 255, y = b >> shift & 255;
        mixed |= (unsigned)lrint(x + part * (y - x)) << shift;
    }
    snprintf(out, 8, "#%06x", mixed & 0xffffff);
}

struct shade style_shade(size_t colour, size_t variant) {
    static const char *const dashes[STYLE_DASHES] = {"1", "(9,3,2,3)", "(14,4)"};
    struct shade s = {.dashes = dashes[variant / STYLE_SHADES % STYLE_DASHES]};
    const struct tint *t = &style_colours[colour % STYLE_COLOURS];
    double part = variant % STYLE_SHADES ? 0.6 : 0;
    mix(s.light, t->light, style_greys[INK].light, part);
    mix(s.dark, t->dark, style_greys[INK].dark, part);
    return s;
}

struct shade style_grey(size_t which) {
    struct shade s = {.dashes = "1"};
    mix(s.light, style_greys[which].light, style_greys[which].light, 0);
    mix(s.dark, style_greys[which].dark, style_greys[which].dark, 0);
    return s;
}

const char *const style_cool[STYLE_HEIGHTS] = {"#3b4cc0", "#6282ea", "#8db0fe", "#b8d0f9"};
const char *const style_warm[STYLE_HEIGHTS] = {"#f5c4ad", "#f49a7b", "#de604d", "#b40426"};
const char style_middle[] = "#b8b8b8";

struct shade style_warmth(double warmth) {
    const char *scale[2 * STYLE_HEIGHTS + 1];
    memcpy(scale, style_cool, sizeof style_cool);
    scale[STYLE_HEIGHTS] = style_middle;
    memcpy(scale + STYLE_HEIGHTS + 1, style_warm, sizeof style_warm);
    double at = fmin(fmax(warmth, 0), 1) * 2 * STYLE_HEIGHTS, below = fmin(floor(at), 2 * STYLE_HEIGHTS - 1);
    struct shade s = {.dashes = "1"};
    mix(s.light, scale[(size_t)below], scale[(size_t)below + 1], at - below);
    memcpy(s.dark, s.light, sizeof s.dark);
    return s;
}

struct sizes style_sizes(double width, double height, double label) {
    if (!(label > 0)) label = 15 * fmin(1, fmax(0.86, fmin(width / 640, height / 400)));
    if (!(label > 15) && width >= 900) label = 15 * width / 900;
    return (struct sizes){width, height, label + 1, label, label - 1, label * 0.7};
}

/* One character of enhanced text: its width in ems, 0 for markup. */
static const char *next_character(const char *c, double *width) {
    *width = 0;
    if (strncmp(c, "{/:Italic ", 10) == 0) return c + 10;
    if (strncmp(c, "{/:Italic", 9) == 0) return c + 9;
    if (strchr("{}^_", *c)) return c + 1;
    unsigned char first = (unsigned char)*c;
    const char *end = c + 1;
    while ((*end & 0xc0) == 0x80) end++;
    bool cyrillic = first == 0xd0 || first == 0xd1;
    if (first == ' ' || strchr(".,:;'|ijlt()[]", *c))
        *width = 0.33;
    else if (strchr("=+<>", *c) || (end == c + 3 && strstr("−≤≥√×≈", (char[]){c[0], c[1], c[2], 0})))
        *width = 0.8;
    else if (strchr("mMwW", *c) || (cyrillic && end == c + 2 && strstr("жмшщюфыЖМШЩЮФЫ", (char[]){c[0], c[1], 0})))
        *width = 0.87;
    else
        *width = isupper(first) ? 0.74 : cyrillic ? 0.57 : 0.52;
    return end;
}

double style_text_width(const char *text, double size) {
    double widest = 0, here = 0, width;
    while (*text) {
        if (text[0] == '\\' && text[1] == 'n') {
            here = 0;
            text += 2;
            continue;
        }
        text = next_character(text, &width);
        here += width * size;
        widest = fmax(widest, here);
    }
    return widest;
}

size_t style_wrap(char *out, size_t room, const char *text, double size, double width) {
    size_t lines = 1, used = 0, last_blank = 0;
    double here = 0, since_blank = 0, one;
    bool blank_known = false;
    int depth = 0;
    for (const char *c = text; *c && used + 8 < room;) {
        const char *end = next_character(c, &one);
        if (*c == '{') depth++;
        if (*c == '}') depth--;
        here += one * size;
        since_blank += one * size;
        if (*c == ' ' && depth == 0 && *end != '=' && !(c > text && c[-1] == '=')) { /* x = 1 stays together */
            last_blank = used;
            since_blank = 0;
            blank_known = true;
        }
        memcpy(out + used, c, (size_t)(end - c));
        used += (size_t)(end - c);
        if (here > width && blank_known) { /* the blank becomes \n */
            memmove(out + last_blank + 2, out + last_blank + 1, used - last_blank - 1);
            memcpy(out + last_blank, "\\n", 2);
            used++;
            lines++;
            here = since_blank;
            blank_known = false;
        }
        c = end;
    }
    out[used] = 0;
    return lines;
}

void style_spread(double middle[], const double height[], size_t count, double low, double high) {
    /* Neighbours that overlap become one block, whose middle is the mean of what its members want. */
    size_t *order = allocate(count, sizeof *order), *last = allocate(count, sizeof *last), blocks = 0;
    double *centre = allocate(count, sizeof *centre), *length = allocate(count, sizeof *length);
    for (size_t i = 0; i < count; i++) {
        size_t j = i;
        for (; j > 0 && middle[order[j - 1]] > middle[i]; j--) order[j] = order[j - 1];
        order[j] = i;
    }
    for (size_t i = 0; i < count; i++) {
        length[blocks] = height[order[i]];
        centre[blocks] = middle[order[i]];
        last[blocks++] = i;
        while (true) {
            double *c = &centre[blocks - 1], half = length[blocks - 1] / 2;
            if (*c + half > high) *c = high - half;
            if (*c - half < low) *c = low + half;
            if (blocks < 2 || centre[blocks - 2] + length[blocks - 2] / 2 <= *c - half + 1e-9) break;
            size_t first = blocks > 2 ? last[blocks - 3] + 1 : 0, members = last[blocks - 1] - first + 1;
            double whole = length[blocks - 2] + length[blocks - 1], sum = 0, at = 0;
            for (size_t m = first; m <= last[blocks - 1]; m++) { /* where the block's middle would put each right */
                double h = height[order[m]];
                sum += middle[order[m]] - (at + h / 2) + whole / 2;
                at += h;
            }
            centre[blocks - 2] = sum / (double)members;
            length[blocks - 2] = whole;
            last[blocks - 2] = last[blocks - 1];
            blocks--;
        }
    }
    for (size_t b = 0, i = 0; b < blocks; b++) {
        double at = centre[b] - length[b] / 2;
        for (; i <= last[b]; i++) {
            middle[order[i]] = at + height[order[i]] / 2;
            at += height[order[i]];
        }
    }
    free(order);
    free(last);
    free(centre);
    free(length);
}
