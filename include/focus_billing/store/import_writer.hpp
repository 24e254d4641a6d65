#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "focus_billing/model/charge_batch.hpp"
#include "focus_billing/model/charge_summary.hpp"
#include "focus_billing/model/known_source.hpp"
#include "focus_billing/model/occasion.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// What is known of an import before its rows are.
struct ImportStart {
    std::string source;
    std::string file_name;
    CostBasis cost = CostBasis::billed;
    Occasion occasion;
};

/// What is known of it when its rows have been read.
struct ImportEnd {
    std::string sha256;  ///< of the file's bytes, hexadecimal
    std::uint64_t file_size = 0;
    std::uint64_t rows_read = 0;
    std::uint64_t rejected = 0;
};

/// Stores the charges of one file in one transaction: all of them, or, if `commit` is not reached,
/// none, whatever ends the program. Throws Error: FB507 (state) where the source already has
/// charges in a period of the file, and those of Database.
class ImportWriter {
public:
    ImportWriter(Database& database, ImportStart start);
    ImportWriter(const ImportWriter&) = delete;
    ImportWriter& operator=(const ImportWriter&) = delete;
    ~ImportWriter();

    /// The number that the import will have.
    [[nodiscard]] std::int64_t number() const;

    /// Stores charges, which come in the order of the file.
    void add(const ChargeBatch& batch);
    /// Makes the import durable and returns its number.
    std::int64_t commit(const ImportEnd& end, const ChargeSummary& summary);

private:
    class Transaction;
    std::unique_ptr<Transaction> m_transaction;
    std::string m_path;
};

}  // namespace focus_billing
