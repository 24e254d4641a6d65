#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/store/database.hpp"
#include "focus_billing/workflow/host.hpp"
#include "focus_billing/workflow/log.hpp"
#include "focus_billing/workflow/progress.hpp"

namespace focus_billing {

struct GlobalOptions {
    std::string config;
    std::string database;
    std::string color = "auto";
    std::string actor;
    bool quiet = false;
    bool verbose = false;
    std::string command;  ///< the whole command line, as one could type it again
};

/// What a command works with: the outside world, the global options, the configuration.
class Session {
public:
    /// `done` takes what `note_result` is told.
    Session(Host& host, const GlobalOptions& options, std::string& done)
        : m_host(host), m_options(options), m_done(done) {}

    [[nodiscard]] Host& host() { return m_host; }
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }

    /// The configuration, loaded when it is first asked for. Its findings are printed; an error
    /// among them throws ConfigurationRefused.
    [[nodiscard]] const Config& config();

    /// The text of the configuration as it was read, and which directory files were; empty for
    /// built-in defaults.
    [[nodiscard]] const std::string& config_text();
    /// Adds a file that was read beside the configuration to its text, as a comment.
    void note_directory_file(const std::string& path, const std::string& sha256);

    [[nodiscard]] Log& log();

    /// Shows how far a file of `size` bytes is read, if standard error is a terminal and `--quiet`
    /// is not set. `size` is 0 if it is not known.
    [[nodiscard]] std::unique_ptr<Progress> progress(const std::string& name, std::uint64_t size);

    /// Now, by this user and this command: to be recorded with what the command changes.
    [[nodiscard]] AuditContext audit_context() const;

    /// What has become durable, such as `import 3 is stored`: told if the output then fails. The
    /// last word counts.
    void note_result(std::string what) { m_done = std::move(what); }

    /// Prints a diagnostic on standard error.
    void print(const Diagnostic& diagnostic);
    [[nodiscard]] bool colors_err() const;
    [[nodiscard]] bool colors_out() const;

private:
    [[nodiscard]] bool colors(bool is_terminal) const;

    Host& m_host;
    const GlobalOptions& m_options;
    std::string& m_done;
    std::optional<Config> m_config;
    std::string m_config_text;
    std::unique_ptr<Log> m_log;
};

/// The configuration has errors, which have been printed: exit 2.
struct ConfigurationRefused {};

/// Where a configuration is looked for that no one names, in this order.
inline constexpr std::array<std::string_view, 3> config_places = {
    "focus-billing.yaml", "config/focus-billing.yaml", "/etc/focus-billing/config.yaml"};

/// The file that the configuration is read from: `--config`, $FOCUS_BILLING_CONFIG, the first of
/// `config_places` that is there; or nothing.
[[nodiscard]] std::optional<std::string> find_config_file(const Host& host,
                                                          const GlobalOptions& options);

/// The configured database, for reading alone; nothing if nothing was ever stored. Throws Error, as
/// Database does.
[[nodiscard]] std::optional<Database> find_database(Session& session);

/// The same, where there must be one. Throws Error FB506 (state) if there is none yet, and
/// those of Database.
[[nodiscard]] Database open_database_for_reading(Session& session);

/// The same for reading and writing.
[[nodiscard]] Database open_database_for_writing(Session& session);

/// The file that a configuration came from, fit for one line of a terminal; or that it is the
/// built-in one, and which files would have been read.
[[nodiscard]] std::string config_origin(const Config& config);

}  // namespace focus_billing
