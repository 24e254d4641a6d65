#pragma once

#include <exception>

#include "focus_billing/model/diagnostic.hpp"

namespace focus_billing {

/// Where the cause of an error lies. The value is the exit code.
enum class ErrorKind : int {
    state = 1,        ///< the data, or the state of the database
    usage = 2,        ///< the command line or the configuration
    environment = 3,  ///< a file, the disk, the database, the network
};

/// Thrown when a command cannot go on, caught once in `run_cli`, which prints it like any other
/// diagnostic. Bad data is not an Error but a Diagnostic, which is collected.
class Error : public std::exception {
public:
    Error(ErrorKind kind, Diagnostic diagnostic)
        : m_kind(kind), m_diagnostic(std::move(diagnostic)) {}

    [[nodiscard]] ErrorKind kind() const { return m_kind; }
    [[nodiscard]] const Diagnostic& diagnostic() const { return m_diagnostic; }
    [[nodiscard]] const char* what() const noexcept override {
        return m_diagnostic.message.c_str();
    }

private:
    ErrorKind m_kind;
    Diagnostic m_diagnostic;
};

}  // namespace focus_billing
