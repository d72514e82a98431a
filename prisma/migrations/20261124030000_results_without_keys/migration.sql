-- Checking a foreign key for every flag and metric costs more than storing it (docs/decisions/0006), and no page reads flags by term yet.

-- DropForeignKey
ALTER TABLE "article_hits" DROP CONSTRAINT "article_hits_article_id_fkey";

-- DropForeignKey
ALTER TABLE "article_words" DROP CONSTRAINT "article_words_article_id_fkey";

-- DropForeignKey
ALTER TABLE "flag" DROP CONSTRAINT "flag_article_id_fkey";

-- DropForeignKey
ALTER TABLE "quotation" DROP CONSTRAINT "quotation_article_id_fkey";

-- DropIndex
DROP INDEX "flag_signal_term_article_id_idx";
