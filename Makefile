# Two commands on a fresh machine: `make` builds everything, `make test` tests everything. `make help` lists the rest.
SHELL := bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What volunteers can do nothing about; `make check` says it to who can.
site serve usb: export NO_MKDOCS_2_WARNING := 1
site serve usb: export DISABLE_MKDOCS_2_WARNING := true
.DEFAULT_GOAL := all

.PHONY: all site serve usb test check annotate bench bench-large help setup system system-test clean goldens proof proof-sheets lock

all: site ## dựng trang, trang mã, video và tờ in (vào site/)

site: $(VENV)/ready system
	$(BIN)/mkdocs build

serve: $(VENV)/ready system ## xem thử tại http://127.0.0.1:8000, tự tải lại khi sửa bài
	$(BIN)/tungbuoc serve

usb: $(VENV)/ready system ## chép cả bộ bài vào thư mục usb/ và tệp zip, dùng không cần mạng
	$(BIN)/tungbuoc usb

test: $(VENV)/ready-test system-test ## chạy mọi phép thử
	$(BIN)/pytest -n $$($(PYTHON) -c 'import os; print(min(4, os.cpu_count() or 1))')

check: $(VENV)/ready-test ## soát mã nguồn (ruff, mypy) và bài học
	$(BIN)/ruff check plugins tests bench
	$(BIN)/mypy -p tungbuoc
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/actionlint -shellcheck= -pyflakes= .github/workflows/*.yml
	$(BIN)/tungbuoc check
	@$(BIN)/python setup/theme.py

annotate: $(VENV)/ready-test ## ghi lỗi của bài vào đúng dòng, trên trang xin ghép của GitHub
	$(BIN)/tungbuoc check --format github

goldens: $(VENV)/ready-test ## viết lại các tệp mẫu của phép thử, rồi đọc chỗ khác
	$(BIN)/pytest -q --update-goldens tests

bench: $(VENV)/ready-test system-test ## đo tốc độ, bằng tỉ lệ trong cùng một lần chạy
	$(BIN)/python -m bench

bench-large: $(VENV)/ready-test system ## đo cả bộ 1.000 bài (vài giờ)
	BENCH_LESSONS=real,20,100,300,1000 $(BIN)/python -m bench build

proof: $(VENV)/ready system ## soát mọi tờ in trong site/in
	$(BIN)/tungbuoc proof

proof-sheets: $(VENV)/ready system ## vẽ ảnh tổng quan của mọi khuôn in vào proof/
	$(BIN)/tungbuoc proof --sheets proof

setup: $(VENV)/ready-test system-test ## cài mọi thứ cần thiết

system: ; @$(PYTHON) setup/system.py

system-test: ; @$(PYTHON) setup/system.py chromium

$(VENV)/ready: requirements.lock pyproject.toml setup/python.py
	$(PYTHON) setup/python.py $(VENV) requirements.lock
	touch $@

$(VENV)/ready-test: $(VENV)/ready requirements-test.lock
	$(PYTHON) setup/python.py $(VENV) requirements-test.lock
	touch $@

lock: $(VENV)/ready ## tính lại các tệp khóa phiên bản
	$(PYTHON) setup/lock.py $(VENV)

clean: ## xóa những gì đã dựng
	rm -rf site usb proof .cache

help: ## in bảng này
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | while IFS='|' read -r name text; do printf '  make %-13s %s\n' "$$name" "$$text"; done
