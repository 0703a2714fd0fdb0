/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <stdlib.h>
#include <zlib.h>

#include "../verify/ledger/replace.h"
#include "../verify/ledger/table.h"
#include "../verify/numbers/array.h"
#include "../verify/numbers/fail.h"
#include "data.h"

struct token {
    char *text;
    size_t place; /* where it first stands */
};

/* All of a compressed file, as a string. */
static char *read_text(const char *path) {
    gzFile file = gzopen(path, "rb");
    if (!file) table_unreadable(path);
    enum { PIECE = 1 << 16 };
    char *text = NULL;
    size_t length = 0;
    for (int got = PIECE; got == PIECE; length += (size_t)got) {
        text = realloc(text, length + PIECE + 1);
        if (!text) fail("out of memory");
        got = gzread(file, text + length, PIECE);
        int code;
        if (got < 0) fail("cannot read %s: %s", path, gzerror(file, &code));
    }
    text[length] = 0;
    int code = gzclose(file);
    if (code != Z_OK) fail("%s: the file is damaged", path);
    return text;
}

static bool within_word(char c) {
    return isalpha((unsigned char)c) || c == '\'';
}

/* Cuts a text into tokens, in place. */
static struct token *cut(const char *text, size_t *count) {
    struct token *tokens = NULL;
    *count = 0;
    for (size_t length; *text; text += length) {
        length = 1;
        if (isspace((unsigned char)*text)) continue;
        while (within_word(*text) && within_word(text[length])) length++;
        struct token t = {.text = allocate(length + 1, 1), .place = *count};
        for (size_t i = 0; i < length; i++) t.text[i] = (char)tolower((unsigned char)text[i]);
        tokens = array_grown(tokens, *count, sizeof t);
        tokens[(*count)++] = t;
    }
    return tokens;
}

static int by_text(const void *a, const void *b) {
    const struct token *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    return order ? order : x->place < y->place ? -1 : 1;
}

struct word {
    size_t first, frequency; /* its tokens, among those in order of text */
    size_t place;            /* where it first stands in the text */
};
/* Most frequent first; of equals, what stands first. */
static int by_frequency(const void *a, const void *b) {
    const struct word *x = a, *y = b;
    return x->frequency != y->frequency ? (x->frequency < y->frequency ? 1 : -1) : x->place < y->place ? -1 : 1;
}

/* Numbers tokens by how frequent their words are: `numbers` by place. */
static void number(struct token *tokens, size_t count, size_t numbers[]) {
    struct word *words = NULL;
    size_t word_count = 0;
    qsort(tokens, count, sizeof *tokens, by_text);
    for (size_t i = 0; i < count; i++) {
        if (!i || strcmp(tokens[i].text, tokens[i - 1].text) != 0) {
            words = array_grown(words, word_count, sizeof *words);
            words[word_count++] = (struct word){.first = i, .place = tokens[i].place};
        }
        words[word_count - 1].frequency++;
    }
    qsort(words, word_count, sizeof *words, by_frequency);
    for (size_t w = 0; w < word_count; w++)
        for (size_t i = 0; i < words[w].frequency; i++) numbers[tokens[words[w].first + i].place] = w;
    free(words);
}

struct examples text_read(size_t first, size_t count, size_t length, size_t words) {
    struct examples e = examples_new(count, length, length, words);
    char path[PATH_LENGTH];
    table_path(path, "genesis.txt.gz");
    char *text = read_text(path);
    size_t token_count, end = (first + count) * length + 1;
    struct token *tokens = cut(text, &token_count);
    if (token_count < end) fail("%s: %zu tokens, %zu are needed", path, token_count, end);
    size_t *numbers = allocate(token_count, sizeof *numbers);
    number(tokens, token_count, numbers);
    for (size_t i = 0; i < count; i++)
        for (size_t t = 0; t < length; t++) {
            const size_t *at = numbers + (first + i) * length + t;
            example_row(&e, i)[t] = (double)(at[0] < words ? at[0] : words - 1);
            example_row(&e, i)[length + t] = (double)(at[1] < words ? at[1] : words - 1);
        }
    for (size_t i = 0; i < token_count; i++) free(tokens[i].text);
    free(tokens);
    free(numbers);
    free(text);
    return e;
}
