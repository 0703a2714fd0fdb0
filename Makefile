# descent: a lecture on stochastic gradient descent, as executable C.  `make help` lists the targets.

# gcc unless you say otherwise; clang does as well.
ifeq ($(origin CC),default)
CC := $(shell command -v gcc >/dev/null 2>&1 && echo gcc || echo cc)
endif

accepts = $(shell printf 'int main(void){return 0;}\n' | $(CC) -Werror $(1) -x c - -o /dev/null 2>/dev/null && echo '$(1)')

# Yours to change: optimisation and the target machine.
CFLAGS ?= -O3 -g $(call accepts,-march=native) $(call accepts,-mprefer-vector-width=512)
# Not yours to change: the language, the warnings, vector semantics, threads.
MANDATORY := -std=gnu17 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wconversion -Wvla \
	-Wno-psabi -fno-math-errno $(call accepts,-fveclib=libmvec)
MANDATORY += $(or $(call accepts,-fopenmp),-fopenmp-simd -Wno-unknown-pragmas)
CFLAGS := $(CFLAGS)

# One folder for each compiler and set of flags, so that variants live side by side.
BUILD := build/$(notdir $(firstword $(CC)))-$(firstword $(shell printf '%s' '$(CC) $(CFLAGS) $(MANDATORY) $(LDFLAGS)' | cksum))

# `make V=1` shows whole commands.
Q := $(if $(V),,@)
say = $(if $(V),,@echo "  $(1)")

# Asked when needed, since the set-up may have to install the answer first.
NUMBERS_CFLAGS = $(shell pkg-config --cflags gsl 2>/dev/null) $(shell pkg-config --cflags mpfr 2>/dev/null) \
	$(shell pkg-config --cflags zlib 2>/dev/null)
NUMBERS_LIBS = $(shell pkg-config --libs mpfr 2>/dev/null || echo -lmpfr -lgmp) \
	$(shell pkg-config --libs zlib 2>/dev/null || echo -lz) $(shell pkg-config --libs gsl 2>/dev/null || echo -lgsl -lgslcblas -lm)
CRITERION_CFLAGS = $(shell pkg-config --cflags criterion 2>/dev/null)
CRITERION_LIBS = $(shell pkg-config --libs criterion 2>/dev/null || echo -lcriterion)

ENGINE := $(wildcard verify/*/*.c)
HOUSE := $(wildcard problems/*.c methods/*.c networks/*.c theorems/*.c theorems/shared/*.c)
TESTS := $(wildcard tests/*.c)
LIBRARY_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(ENGINE) $(HOUSE))
THEOREMS := $(shell sed -n 's/^THEOREM(\(.*\))/\1/p' theorems/theorems.def)
OUT ?= reports

.PHONY: all reports pdf check-book check record mutants compare bench asan tsan clean help ready FORCE
.DELETE_ON_ERROR:

all: build/descent

# `build/descent` is whichever variant was built last.
build/descent: $(BUILD)/descent FORCE
	@ln -sfn $(patsubst build/%,%,$<) $@

$(BUILD)/descent: $(BUILD)/main.o $(LIBRARY_OBJECTS)
	$(call say,LINK $@)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(LDFLAGS) $^ -o $@ $(NUMBERS_LIBS)

$(BUILD)/%.o: %.c | ready $(BUILD)/version.h
	@mkdir -p $(@D)
	$(call say,CC   $<)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(CPPFLAGS) $(NUMBERS_CFLAGS) -I$(BUILD) -MMD -MP -c $< -o $@

ready:
	@CC='$(CC)' ./setup program

# What the ledger's provenance says of the program, and where its data lie; rewritten only when it changes.
$(BUILD)/version.h: FORCE
	@mkdir -p $(@D)
	@{ echo '#define DESCENT_VERSION "$(shell cat VERSION)"'; \
	   echo '#define DESCENT_COMMIT "$(shell git describe --always --dirty 2>/dev/null || echo unknown)"'; \
	   echo '#define DESCENT_COMPILER "$(shell $(CC) --version | head -n 1)"'; \
	   echo '#define DESCENT_FLAGS "$(CFLAGS) $(MANDATORY)"'; \
	   echo '#define DESCENT_DATA "$(CURDIR)/data"'; } > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

reports: ## verify every claim, draw the figures, weave the book into reports/, in English and Russian
	@CC='$(CC)' ./setup reports
	@$(MAKE) --no-print-directory build/descent
	@if ./setup play; then $(MAKE) --no-print-directory build/play-data.js; else \
		rm -f build/play-data.js; echo 'reports: without a compiler to WebAssembly there is nothing to play with' >&2; fi
	@# Verdicts that are not as expected (status 1) are drawn and woven too, then reported.
	@build/descent verify --out $(OUT) $(VERIFY) || [ $$? -eq 1 ] && build/descent plot --out $(OUT) $$(book/figures $(THEOREMS)) && \
		book/weave $(OUT) $(THEOREMS) && echo "$(OUT)/index.html" && cat $(OUT)/summary.txt && \
		! grep -q NOT $(OUT)/summary.txt

pdf: ## the woven pages as books to print, reports/descent.pdf and reports/ru/descent.pdf
	@./setup pdf
	@[ -s $(OUT)/index.html ] || $(MAKE) --no-print-directory reports
	@book/pdf $(OUT) $(THEOREMS)
	@book/pdf $(OUT)/ru $(THEOREMS)

check-book: ## look at every woven page in headless Chromium: three widths, light and dark; twins; what one plays with
	@./setup check-book
	@[ -s $(OUT)/index.html ] || $(MAKE) --no-print-directory reports
	@tests/broken_book
	@tests/broken_twins
	@book/twins --stale
	@node book/check.js "$$(book/find-browser)" $(OUT)

check: ## run the engine's unit tests and every claim as a named test; FILTER='pl_constant_step/*' picks some
	@CC='$(CC)' ./setup check
	@$(MAKE) --no-print-directory $(BUILD)/check
	@ln -sfn $(patsubst build/%,%,$(BUILD))/check build/check
	tests/floors
	build/check $(if $(FILTER),--filter '$(FILTER)') $(ARGS)

# Every claim that the program lists becomes a test of its own.
$(BUILD)/tests/claims.c: $(BUILD)/descent tests/claims.awk tests/record.csv
	@mkdir -p $(@D)
	$(BUILD)/descent list --kind claim | awk -f tests/claims.awk tests/record.csv - > $@

record: ## write tests/record.csv anew, the numbers that `make check` finds again: after a change that should change them
	@./setup record
	@tests/record

$(BUILD)/tests/%.o: tests/%.c | ready $(BUILD)/version.h
	@mkdir -p $(@D)
	$(call say,CC   $<)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(CPPFLAGS) $(NUMBERS_CFLAGS) $(CRITERION_CFLAGS) -I$(BUILD) \
		-DDESCENT_PROGRAM='"$(BUILD)/descent"' -MMD -MP -c $< -o $@

$(BUILD)/tests/claims.o: $(BUILD)/tests/claims.c
	$(call say,CC   $<)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(CPPFLAGS) $(NUMBERS_CFLAGS) $(CRITERION_CFLAGS) -I$(BUILD) -Itests -MMD -MP -c $< -o $@

# The README's example of a theorem is compiled as it stands there, and its claims are tested as well.
$(BUILD)/tests/readme.c: README.md
	@mkdir -p $(@D)
	$(Q)awk '/^```c$$/ { code = 1; next } /^```$$/ { code = 0 } code' README.md > $@

$(BUILD)/tests/readme.o: $(BUILD)/tests/readme.c
	$(call say,CC   README.md)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(CPPFLAGS) $(NUMBERS_CFLAGS) -Itheorems -MMD -MP -c $< -o $@

$(BUILD)/check: $(patsubst %.c,$(BUILD)/%.o,$(TESTS)) $(BUILD)/tests/claims.o $(BUILD)/tests/readme.o $(LIBRARY_OBJECTS)
	$(call say,LINK $@)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(LDFLAGS) $^ -o $@ $(CRITERION_LIBS) $(NUMBERS_LIBS)

# In a folder of its own, and without fused operations: there an edit changes no number but those that depend on it.  What
# an edit leaves without a value gets a telling one.
mutants: export FLAGS = -O2 -w $(call accepts,-ftrivial-auto-var-init=pattern) $(MANDATORY) $(NUMBERS_CFLAGS) $(call accepts,-march=native) \
	$(call accepts,-mprefer-vector-width=512) -ffp-contract=off -I.
mutants: export CHECK_FLAGS = $(CRITERION_CFLAGS) -DDESCENT_PROGRAM="./descent"
mutants: export LIBS = $(NUMBERS_LIBS)
mutants: export CHECK_LIBS = $(CRITERION_LIBS)
mutants: export CC := $(CC)
mutants: ## edit one token at a time in a copy: do claims and tests notice?  COUNT=400 SEED=1 FILTER=theorems/ DIRECTED=1
	@./setup check
	@COUNT='$(COUNT)' SEED='$(SEED)' FILTER='$(FILTER)' JOBS='$(JOBS)' LIMIT='$(LIMIT)' DIRECTED='$(DIRECTED)' VERDICTS='$(VERDICTS)' tests/mutants/run

# What pages let one play with: bounds, problems, methods and trajectories as WebAssembly, and what the native program knows
# of them.  GSL stays outside, see play/gsl.c.
PLAYED := $(wildcard play/play.c play/gsl.c play/playable.c verify/models/*.c verify/runs/runs.c problems/*.c methods/*.c theorems/*.c) \
	$(filter-out theorems/shared/minimum_norm.c,$(wildcard theorems/shared/*.c)) $(patsubst %,verify/numbers/%.c,array compare \
	confidence eigen interval matrix pcg share) verify/claims/theorem.c
WASM_FLAGS := --target=wasm32-wasi -O3 -msimd128 -std=gnu17 -w -ffunction-sections -fdata-sections -DDESCENT_PLAY \
	-D_WASI_EMULATED_SIGNAL -Ibuild/wasm/include

build/wasm/%.o: %.c | build/wasm/include/gsl
	@mkdir -p $(@D)
	$(call say,WASM $<)
	$(Q)clang $(WASM_FLAGS) -MMD -MP -c $< -o $@

# GSL's headers without those of this machine's libc beside them.
build/wasm/include/gsl:
	@mkdir -p $(@D)
	@ln -sfn $$(printf '#include <gsl/gsl_math.h>\n' | $(CC) $(NUMBERS_CFLAGS) -M -x c - | tr ' ' '\n' | sed -n 's|/gsl_math.h$$||p') $@

build/wasm/play.wasm: $(patsubst %.c,build/wasm/%.o,$(PLAYED))
	$(call say,LINK $@)
	$(Q)clang --target=wasm32-wasi -O3 -nostartfiles -Wl,--no-entry,--gc-sections,--strip-all $^ -o $@

$(BUILD)/play/tool: $(BUILD)/play/tool.o $(BUILD)/play/playable.o $(LIBRARY_OBJECTS)
	$(call say,LINK $@)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(LDFLAGS) $^ -o $@ $(NUMBERS_LIBS)

build/play-data.js: build/wasm/play.wasm $(BUILD)/play/tool
	@{ printf 'window.descentPlay={all:' && $(BUILD)/play/tool && printf ',wasm:"' && base64 build/wasm/play.wasm | tr -d '\n' && echo '"};'; } > $@.new && mv $@.new $@

compare: ## every method's trace and every layer's gradient against PyTorch's, methods against 50-digit arithmetic too
	@CC='$(CC)' ./setup compare
	@$(MAKE) --no-print-directory $(BUILD)/descent
	@$$(tests/python torch mpmath) tests/compare.py $(BUILD)/descent
	@$(MAKE) --no-print-directory $(BUILD)/bench/networks
	@$$(tests/python torch mpmath) bench/networks.py check $(BUILD)/bench/networks

bench: ## time the engine against a scalar loop and NumPy, and networks against PyTorch, in one run
	@$(MAKE) --no-print-directory $(BUILD)/bench/bench $(BUILD)/bench/networks
	bench/run $(BUILD)/bench/bench $(BUILD)/bench/networks

$(BUILD)/bench/bench $(BUILD)/bench/networks: %: %.o $(LIBRARY_OBJECTS)
	$(call say,LINK $@)
	$(Q)$(CC) $(CFLAGS) $(MANDATORY) $(LDFLAGS) $^ -o $@ $(NUMBERS_LIBS)

asan: ## verify everything under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory asan-run CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer $(call accepts,-march=native)'

asan-run: $(BUILD)/descent
	tests/sanitized $(BUILD)/descent

tsan: ## verify on two threads under ThreadSanitizer, with clang and its OpenMP
	@CC=clang ./setup threads
	@$(MAKE) --no-print-directory tsan-run CC=clang CFLAGS='-O1 -g -fsanitize=thread'

tsan-run: $(BUILD)/descent
	tests/threads $(BUILD)/descent

clean: ## remove all that was made
	rm -rf build reports

help: ## this list
	@echo 'make            build the program, build/descent'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-15s %s\n", $$1, $$2}'
	@echo
	@echo 'CC, CFLAGS      compiler and optimisation; each choice builds into a folder of its own'
	@echo "VERIFY='...'    options for the verify of make reports, such as --seed 7 or --effort 4"
	@echo 'OUT=DIR         where make reports writes, reports unless given'

FORCE:

-include $(shell find build -name '*.d' 2>/dev/null)
