#include "focus_billing/workflow/statements/statement_files.hpp"
#include "workflow/statements/statement_files.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

#include "focus_billing/files/atomic_file.hpp"
#include "focus_billing/files/interruption.hpp"
#include "focus_billing/model/error.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/render/html/pages.hpp"
#include "focus_billing/render/pdf/statement_pdf.hpp"
#include "focus_billing/render/statements/read_statement.hpp"
#include "focus_billing/render/statements/statement_json.hpp"
#include "focus_billing/render/statements/statement_text.hpp"
#include "focus_billing/render/statements/statement_view.hpp"
#include "focus_billing/render/statements/summary_csv.hpp"
#include "workflow/statements/statement_paths.hpp"

namespace focus_billing {

namespace {

bool* format_of(StatementFormats& formats, const std::string& word) {
    if (word == "pdf")
        return &formats.pdf;
    if (word == "html")
        return &formats.html;
    if (word == "csv")
        return &formats.csv;
    return word == "json" ? &formats.json : nullptr;
}

void replace_file(const std::string& path, std::string_view bytes) {
    AtomicFile file(path, ExistingFile::replaced);
    file.write(bytes);
    file.keep();
}

// Fonts are not shared between threads.
class StatementWriter {
public:
    explicit StatementWriter(const StatementTarget& target) : m_target(target) {}

    IndexRow write(const Statement& statement, const StatementWork& work) {
        const auto path = statement_path(statement);
        make_folder_of(path);
        IndexRow row;
        row.number = statement.number;
        row.version = statement.version;
        row.key = statement.key;
        row.charges = statement.charge_count;
        row.list = statement.list;
        row.discount = statement.discount;
        row.due = statement.due;
        row.is_new = work.is_new;
        if (m_target.formats.json)
            row.json =
                write(path + ".json", work.json.empty() ? statement_json(statement) : work.json);
        if (m_target.formats.csv)
            row.csv = write(path + ".csv", statement_csv(statement));
        write_pages(statement, *work.style, path, row);
        return row;
    }

private:
    void write_pages(const Statement& statement, const StatementStyle& style,
                     const std::string& path, IndexRow& row) {
        if (!m_target.formats.html && !m_target.formats.pdf)
            return;
        const auto view = statement_view(statement, style);
        if (m_target.formats.html)
            row.html = write(path + ".html", statement_html(view, style));
        if (m_target.formats.pdf)
            row.pdf = write(path + ".pdf", pdf(view, style, statement.is_draft()));
    }

    std::string write(const std::string& path, const std::string& bytes) {
        replace_file(m_target.folder + "/" + path, bytes);
        return path;
    }

    void make_folder_of(const std::string& path) {
        const auto folder = path.substr(0, path.find('/'));
        if (folder != m_last_folder)
            make_folder(m_target.folder + "/" + folder);
        m_last_folder = folder;
    }

    std::string pdf(const StatementView& view, const StatementStyle& style, bool is_draft) {
        try {
            return statement_pdf(view, style, fonts_of(style.fonts));
        } catch (const Error& error) {
            if (is_draft || error.diagnostic().code != lacking_character)
                throw;
        }
        auto families = style.fonts;
        families.insert(families.end(), m_target.more_fonts.begin(), m_target.more_fonts.end());
        return statement_pdf(view, style, fonts_of(families));
    }

    PdfFonts& fonts_of(const std::vector<std::string>& families) {
        auto& fonts = m_fonts[families];
        if (!fonts)
            fonts = std::make_unique<PdfFonts>(families);
        return *fonts;
    }

    static constexpr int lacking_character = 721;

    const StatementTarget& m_target;
    std::string m_last_folder;
    std::map<std::vector<std::string>, std::unique_ptr<PdfFonts>> m_fonts;
};

class StatementWriters {
public:
    StatementWriters(const StatementTarget& target,
                     const std::function<std::optional<StatementWork>()>& next)
        : m_target(target), m_next(next) {}

    void run() {
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < m_target.threads; ++i)
                others.emplace_back([this] { run_one(); });
            run_one();
        }
        if (m_error)
            std::rethrow_exception(m_error);
    }

    WrittenStatements take() {
        return {.index = std::move(m_index),
                .tables = m_sums.tables(),
                .issue_date = std::move(m_issue_date)};
    }

private:
    void run_one() {
        try {
            StatementWriter writer(m_target);
            while (const auto work = take_work()) {
                const bool is_record = !work->json.empty();
                const Statement read = is_record ? read_statement(work->json) : Statement();
                const Statement& statement = is_record ? read : work->statement;
                note(statement, work->place, writer.write(statement, *work));
            }
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_error)
                m_error = std::current_exception();
        }
    }

    std::optional<StatementWork> take_work() {
        const std::lock_guard lock(m_mutex);
        if (m_error)
            return std::nullopt;
        stop_if_interrupted();
        return m_next();
    }

    void note(const Statement& statement, std::size_t place, IndexRow row) {
        const std::lock_guard lock(m_mutex);
        if (m_index.size() <= place)
            m_index.resize(place + 1);
        m_index[place] = std::move(row);
        m_sums.add(statement);
        m_issue_date = std::max(m_issue_date, statement.issue_date);
    }

    const StatementTarget& m_target;
    const std::function<std::optional<StatementWork>()>& m_next;
    std::mutex m_mutex;
    std::exception_ptr m_error;
    std::vector<IndexRow> m_index;
    StatementSums m_sums;
    std::string m_issue_date;
};

}  // namespace

StatementFormats StatementFormats::parse(const std::string& words) {
    StatementFormats formats{.pdf = false, .html = false, .csv = false, .json = false};
    std::size_t begin = 0;
    while (begin <= words.size()) {
        const auto end = std::min(words.find(',', begin), words.size());
        const std::string word(trimmed(std::string_view(words).substr(begin, end - begin)));
        bool* const form = format_of(formats, word);
        if (form == nullptr) {
            throw Error(ErrorKind::usage,
                        make_diagnostic(20, {}, "--format knows pdf, html, csv and json", word,
                                        "name one of them, or several: --format pdf,csv"));
        }
        *form = true;
        begin = end + 1;
    }
    return formats;
}

WrittenStatements write_statements(const StatementTarget& target,
                                   const std::function<std::optional<StatementWork>()>& next) {
    make_folder(target.folder);
    StatementWriters writers(target, next);
    writers.run();
    return writers.take();
}

void write_summary(const std::string& folder, const StatementFormats& formats,
                   const StatementSummary& summary, const StatementStyle& style) {
    make_folder(folder);
    const auto write = [&](const char* name, const std::string& bytes) {
        replace_file(folder + "/" + name, bytes);
    };
    write("index.csv", index_csv(summary.index));
    write("index.html", index_html(summary, style));
    if (formats.json)
        write("summary.json", summary_json(summary));
    if (formats.csv)
        write("summary.csv", summary_csv(summary));
    const auto view = summary_view(summary, style);
    if (formats.html)
        write("summary.html", summary_html(view, style));
    if (formats.pdf) {
        PdfFonts fonts(style.fonts);
        write("summary.pdf", summary_pdf(view, style, fonts));
    }
}

}  // namespace focus_billing
