#pragma once

#include <functional>
#include <memory>

#include "focus_billing/files/find_delivery.hpp"
#include "focus_billing/files/open_input.hpp"
#include "focus_billing/model/charges/charge_batch.hpp"
#include "focus_billing/model/imports/file_report.hpp"
#include "focus_billing/workflow/ingest/rejected_rows.hpp"

namespace focus_billing {

/// Receives the charges of files, one file after the other.
class ChargeSink {
public:
    using OnFinding = std::function<void(const Diagnostic&)>;

    ChargeSink() = default;
    ChargeSink(const ChargeSink&) = delete;
    ChargeSink& operator=(const ChargeSink&) = delete;
    virtual ~ChargeSink() = default;

    /// Whether the SHA-256 of files is needed.
    [[nodiscard]] virtual bool hashes_files() const = 0;
    /// Called before a file is read. False: the file need not be read, and the report says why.
    [[nodiscard]] virtual bool begin_file(FileReport& report, InputFile& input,
                                          const OnFinding& on_finding) = 0;
    /// Whether reading this file takes longer than processing its charges, so that several threads
    /// should read.
    [[nodiscard]] virtual bool is_slowed_by_reading() const { return true; }
    /// Whether `add` and `reject` must be called for this file.
    [[nodiscard]] virtual bool takes_charges() const = 0;
    /// Charges in file order, from one thread at a time.
    virtual void add(ChargeBatch&& batch) = 0;
    virtual void reject(const std::vector<std::string>& header,
                        const std::vector<RejectedRow>& rows) = 0;
    /// Called before and after each file of a delivery with several files.
    virtual void begin_part(const DeliveryPart& /*part*/) {}
    virtual void end_part(const DeliveryPart& /*part*/, const std::string& /*sha256*/,
                          std::uint64_t /*rows*/) {}
    /// Decides what to do with the file, and writes it into the report.
    virtual void end_file(FileReport& report, InputFile& input, const OnFinding& on_finding) = 0;
    /// Called if the file cannot be read: nothing of it is kept.
    virtual void give_up_file() = 0;
};

}  // namespace focus_billing
